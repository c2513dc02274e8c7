import { and } from 'xstate';
import { chart, notice } from './setup.ts';

/** The customer's readiness and the connection itself (II.4). */

const confirm = {
  target: 'confirmed',
  guard: and(['bothDeclarationsAreMade', 'readinessDateCanBe', 'termHasNotPassed']),
  actions: 'recordReadiness',
  meta: { clause: 'II.4.1' },
  description: 'The customer declares readiness, in the portal or in writing: the time for connecting runs.',
} as const;

/** II.4.2: the load first, then the old entry, without warning. */
export const cutsOldSupply = {
  guard: 'loadIsSwitched',
  actions: ['recordOldSupplyCut', notice('N-CUTOLD')],
  meta: { clause: 'II.4.2' },
  description: 'The load is switched: the old entry is cut.',
} as const;

export const readiness = chart.createStateConfig({
  description: 'Readiness of the customer’s own installations.',
  meta: { clause: 'II.4' },
  initial: 'none',
  states: {
    none: {
      description: 'The customer has not confirmed readiness.',
      meta: { clause: 'II.2.6', awaits: 'customer' },
      on: { 'readiness.confirmed': confirm },
    },
    confirmed: {
      description: 'The customer declares that the installations are built and prepared for voltage.',
      meta: { clause: 'II.4.1', awaits: 'operator' },
      on: {
        'readiness.disproved': {
          target: 'disproved',
          guard: 'isNotConnected',
          actions: ['recordNotReady', notice('N-NOTREADY')],
          meta: { clause: 'II.4.5' },
          description: 'The site check found that the installations are not ready.',
        },
      },
    },
    disproved: {
      description:
        'The site check found the installations not ready; the customer may confirm again up to the term.',
      meta: { clause: 'II.4.5', awaits: 'customer' },
      on: { 'readiness.confirmed': confirm },
    },
  },
});

export const link = chart.createStateConfig({
  description: 'The connection of the object.',
  meta: { clause: 'II.4' },
  initial: 'not-connected',
  states: {
    'not-connected': {
      description: 'The object has no voltage from the new connection.',
      meta: { clause: 'II.4.1', awaits: 'operator' },
      always: {
        target: 'refused',
        guard: 'memberHasNotPaid',
        meta: { clause: 'II.4.4' },
        description: 'The member’s share of a common project is not paid.',
      },
      on: {
        'connection.made': {
          target: 'connected',
          guard: and([
            'readinessIsConfirmed',
            'worksAreCompleted',
            'shareAllowsConnection',
            'connectionDateCanBe',
          ]),
          actions: ['recordConnection', notice('N-CONN')],
          meta: { clause: 'II.4.1' },
          description: 'Connected, with a trading contract or as last guaranteed supply (II.4.7).',
        },
      },
    },
    refused: {
      description: 'A member of a common project who has not paid is left unconnected.',
      meta: { clause: 'II.4.4', awaits: 'customer' },
      always: {
        target: 'not-connected',
        guard: 'memberHasPaid',
        meta: { clause: 'II.4.4' },
        description: 'The member’s share is paid: the connection can be made.',
      },
      on: {
        'connection.made': {
          target: 'connected',
          guard: and(['shareAllowsConnection', 'connectionDateCanBe']),
          actions: ['recordConnection', notice('N-CONN')],
          meta: { clause: 'II.4.4' },
          description: 'Refused while the share is owed.',
        },
      },
    },
    connected: {
      description: 'The object has voltage.',
      meta: { clause: 'II.4.1', awaits: 'nobody' },
      on: {
        'connection.made': {
          guard: and(['loadIsStillToSwitch', 'connectionDateCanBe']),
          actions: 'recordLoadSwitch',
          meta: { clause: 'II.4.2' },
          description: 'The load is switched over to the new connection.',
        },
        'old-supply.cut': cutsOldSupply,
      },
    },
  },
});
