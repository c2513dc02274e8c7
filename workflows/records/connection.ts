import { day, isAfter, lastDayWithin } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { connectionClockStart, replacesOldInstallation, termsOf } from '../derived.ts';
import type { Facts } from '../facts.ts';
import { record, type Writing, withFlag, withoutFlags, withoutPassed } from './record.ts';

/** Readiness and connection (II.4). */

function isLate(facts: Facts, on: string, law: LawBook): boolean {
  const start = connectionClockStart(facts, law);
  if (!start) return false;
  const terms = termsOf(facts, law, start);
  const days = replacesOldInstallation(facts) ? terms.connectionDaysReplacing : terms.connectionDays;
  return isAfter(day(on), lastDayWithin(start, days));
}

export const CONNECTION_RECORDS = {
  recordReadiness: record<'readiness.confirmed'>((facts, { data, today }) => ({
    readiness: {
      on: data.on ?? today,
      tradingContract:
        data.tradingContract !== undefined && data.tradingContract !== null && data.tradingContract !== false,
    },
    passed: withoutPassed(facts, 'connection'),
    flags: withoutFlags(facts, 'not-ready-by-term'),
  })),
  recordNotReady: (facts) => ({ readiness: null, passed: withoutPassed(facts, 'connection', 'term') }),
  recordConnection: record<'connection.made'>((facts, { data, today, law }) => ({
    connected: {
      on: data.on,
      supplyMode: facts.readiness?.tradingContract ? 'trading' : 'PGP',
      loadSwitched: replacesOldInstallation(facts) && data.loadSwitched !== false,
    },
    flags: isLate(facts, data.on, law) ? withFlag(facts, 'connection-breach', today) : facts.flags,
  })),
  /** The load of the old installation was switched over after the connection (II.4.2). */
  recordLoadSwitch: record<'connection.made'>((facts, { data, today, law }) => ({
    connected: facts.connected && { ...facts.connected, on: data.on, loadSwitched: true },
    flags: isLate(facts, data.on, law) ? withFlag(facts, 'connection-breach', today) : facts.flags,
  })),
  recordOldSupplyCut: record<'old-supply.cut'>((_facts, { data }) => ({ oldSupplyCutOn: data.on })),
} as const satisfies Record<string, Writing>;
