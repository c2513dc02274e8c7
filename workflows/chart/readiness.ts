import { connectionMade } from '../acts/connection/connection-made.ts';
import { oldSupplyCut } from '../acts/connection/old-supply-cut.ts';
import { readinessConfirmed } from '../acts/connection/readiness-confirmed.ts';
import { readinessDisproved } from '../acts/connection/readiness-disproved.ts';
import { byItself } from '../acts/way.ts';
import { choose, type Standing } from '../conditions/verdict.ts';
import { shareIsPaid } from '../derived.ts';
import type { Facts } from '../facts.ts';
import { always, leads, type StateConfig } from './leads.ts';

/** The customer's readiness and the connection itself (II.4). */

export const CONNECTION_ACTS = [
  readinessConfirmed,
  readinessDisproved,
  connectionMade,
  oldSupplyCut,
] as const;

export const readiness: StateConfig = {
  description: 'Readiness of the customer’s own installations.',
  meta: { clause: 'II.4' },
  initial: 'none',
  states: {
    none: {
      description: 'The customer has not confirmed readiness.',
      meta: { clause: 'II.2.6' },
      on: leads([readinessConfirmed.ways.confirmed, 'confirmed']),
    },
    confirmed: {
      description: 'The customer declares that the installations are built and prepared for voltage.',
      meta: { clause: 'II.4.1' },
      on: leads([readinessDisproved.ways.disproved, 'disproved']),
    },
    disproved: {
      description:
        'The site check found the installations not ready; the customer may confirm again up to the term.',
      meta: { clause: 'II.4.5' },
      on: leads([readinessConfirmed.ways.confirmed, 'confirmed']),
    },
  },
};

const owesItsShare = (facts: Facts): boolean =>
  facts.project !== null && facts.readiness !== null && facts.completedOn !== null && !shareIsPaid(facts);

const memberHasNotPaid: Standing = choose(owesItsShare);
const memberHasPaid: Standing = choose((facts) => !owesItsShare(facts));

const leftUnconnected = byItself('a member left unconnected', {
  clause: 'II.4.4',
  says: 'The member’s share of a common project is not paid.',
  possible: { memberHasNotPaid },
});
const toBeConnected = byItself('a member to be connected', {
  clause: 'II.4.4',
  says: 'The member’s share is paid: the connection can be made.',
  possible: { memberHasPaid },
});

export const link: StateConfig = {
  description: 'The connection of the object.',
  meta: { clause: 'II.4' },
  initial: 'not-connected',
  states: {
    'not-connected': {
      description: 'The object has no voltage from the new connection.',
      meta: { clause: 'II.4.1' },
      always: always([leftUnconnected, 'refused']),
      on: leads([connectionMade.ways.connected, 'connected']),
    },
    refused: {
      description: 'A member of a common project who has not paid is left unconnected.',
      meta: { clause: 'II.4.4' },
      always: always([toBeConnected, 'not-connected']),
    },
    connected: {
      description: 'The object has voltage.',
      meta: { clause: 'II.4.1' },
      on: leads([connectionMade.ways.loadSwitched], [oldSupplyCut.ways.cut]),
    },
  },
};
