import { z } from 'zod';
import { replacesOldInstallation } from '../../../workflows/derived.ts';
import { eventOf, factsOf, termOf } from '../asked.ts';
import { letter } from '../definition.ts';
import { isoDay, words } from '../fields.ts';

/** The object has voltage (II.4.1), with a trading contract or as last guaranteed supply (II.4.7). */
export const connected = letter({
  fields: z.strictObject({
    on: isoDay,
    supplyMode: z.enum(['trading', 'PGP']),
    meter: words.nullable(),
    /** The load was switched over; the old supply may now be cut without further warning (II.4.2). */
    oldSupplyRemains: z.boolean(),
  }),
  fill(asked) {
    const { data } = eventOf(asked, 'connection.made');
    const facts = factsOf(asked);
    return {
      on: data.on,
      supplyMode: facts.connected?.supplyMode ?? 'PGP',
      meter: data.meter ?? null,
      oldSupplyRemains: replacesOldInstallation(facts) && facts.connected?.loadSwitched === true,
    };
  },
});

/** The old supply is cut (II.4.2); a courtesy. */
export const oldSupplyCut = letter({
  fields: z.strictObject({ on: isoDay }),
  fill: (asked) => ({ on: eventOf(asked, 'old-supply.cut').data.on }),
});

/** The site check found the installations not ready (II.4.5). */
export const notReady = letter({
  fields: z.strictObject({ findings: words, termOn: isoDay, termHasPassed: z.boolean() }),
  fill(asked) {
    const { data, today } = eventOf(asked, 'readiness.disproved');
    const termOn = termOf(asked) ?? '';
    return { findings: data.findings, termOn, termHasPassed: termOn < today };
  },
});
