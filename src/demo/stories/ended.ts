import {
  ampere,
  byConstruction,
  byLoadUnit,
  completed,
  offered,
  offeredOnPaper,
  paid,
  routed,
  signed,
  started,
  terminated,
  upToWorks,
} from '../acts.ts';
import { ANNA, firm, PARAUGS, person } from '../people.ts';
import { act, type Story } from '../story.ts';

/** Contracts that ended before the connection, each in another way (II.4, II.13 to II.15). */
export const ENDED_STORIES: readonly Story[] = [
  {
    tells: 'II.15.2: withdrawn within fourteen days; everything was paid back',
    status: 'terminated',
    by: 'customer',
    ago: 84,
    applies: {
      customer: ANNA,
      object: { address: 'Jūras prospekts 3, Jūrmala, LV-2015', cadastreNumber: '1300 999 0046' },
      connection: ampere('25'),
      purpose: 'new',
    },
    acts: [
      routed(79),
      offered(70, byLoadUnit('25')),
      paid(58),
      act(54, 'customer', 'contract.withdrawn', { form: 'portal' }),
      act(
        44,
        'finance',
        'refund.paid',
        ({ today, theCase }) => ({
          on: today,
          amount: theCase.money.refundDue,
        }),
        'finance2',
      ),
    ],
  },
  {
    tells: 'II.14.5: the customer left after the withdrawal period; finance is to decide on the money',
    status: 'terminated',
    by: 'company',
    ago: 116,
    applies: {
      customer: PARAUGS,
      object: { address: 'Mazā iela 8, Saldus, Saldus nov., LV-3801', cadastreNumber: '8401 999 0047' },
      connection: ampere('80'),
      purpose: 'new',
    },
    acts: [
      routed(113),
      offered(104, byConstruction('80', '9900.00')),
      paid(92),
      act(24, 'company', 'contract.withdrawn', { form: 'paper' }),
    ],
  },
  {
    tells: 'II.14.3.2: signed and not paid; ended by the clock with the next working day',
    status: 'terminated',
    by: 'service',
    ago: 125,
    applies: {
      customer: person('Rihards Paraugmežs', '141288-10014', 'Dzelzceļa iela 6, Rēzekne, LV-4604'),
      object: {
        address: '"Paraugmeži", Maltas pag., Rēzeknes nov., LV-4630',
        cadastreNumber: '7868 999 0048',
      },
      connection: ampere('25'),
      purpose: 'new',
    },
    acts: [
      ...offeredOnPaper(112, byConstruction('25', '5230.00'), { dueIn: 62 }),
      ...signed(92, 'service', 88),
    ],
  },
  {
    tells: 'II.4.3: the object was sold; the contract ended at once and a part of the money was kept',
    status: 'terminated',
    by: 'service',
    ago: 154,
    applies: {
      customer: person('Ilona Piemērliepa', '151273-10015', 'Lāčplēša iela 20, Ogre, Ogres nov., LV-5001'),
      object: { address: 'Dārza iela 33, Ikšķile, Ogres nov., LV-5052', cadastreNumber: '7405 999 0049' },
      connection: ampere('25'),
      purpose: 'new',
    },
    acts: [
      ...offeredOnPaper(140, byLoadUnit('25')),
      paid(128),
      act(70, 'service', 'owner.changed', ({ today }) => ({ on: today, newOwner: 'Roberts Paraugsils' })),
      act(60, 'finance', 'refund.decided', ({ theCase }) => ({
        refund: (Number(theCase.money.received) - 180).toFixed(2),
        retained: '180.00',
        reasons: 'Ieturētas pierādītās projektēšanas izmaksas 180,00 EUR; pārējais atmaksājams.',
      })),
      act(
        52,
        'finance',
        'refund.paid',
        ({ today, theCase }) => ({
          on: today,
          amount: theCase.money.refundDue,
        }),
        'finance2',
      ),
    ],
  },
  {
    tells:
      'II.13.2: preparatory works were not done in the time set; ended by the operator, nothing goes back',
    status: 'terminated',
    by: 'service',
    ago: 234,
    applies: {
      customer: firm('SIA "Piemēra būve"', '40000000018', 'Celtnieku iela 9, Olaine, Olaines nov., LV-2114'),
      object: { address: 'Celtnieku iela 9, Olaine, Olaines nov., LV-2114', cadastreNumber: '8009 999 0050' },
      connection: ampere('125'),
      purpose: 'new',
    },
    acts: [
      ...upToWorks(222, 'service', byConstruction('125', '16800.00')),
      act(130, 'engineer', 'works.suspended', ({ today, on }) => ({
        reason: 'preparatory-works',
        from: today,
        remedyBy: on(85),
        works: 'Nojaukt veco transformatora ēku trasē.',
        source: 'design',
      })),
      terminated(
        70,
        'unremedied',
        'Vecā transformatora ēka trasē līdz noteiktajai dienai nav nojaukta.',
        'Klients uz trim atgādinājumiem nav atbildējis; jauda vajadzīga citiem.',
        'finance',
      ),
    ],
  },
  {
    tells: 'II.4.6: completed, but the customer was not ready by the term; ended by the operator',
    status: 'terminated',
    by: 'service',
    ago: 253,
    applies: {
      customer: person('Normunds Piemērsils', '161269-10016', 'Zemgales iela 12, Jelgava, LV-3001'),
      object: {
        address: '"Piemērsili", Glūdas pag., Jelgavas nov., LV-3040',
        cadastreNumber: '5452 999 0051',
      },
      connection: ampere('25'),
      purpose: 'new',
    },
    acts: [
      ...upToWorks(240, 'service', byConstruction('25', '8120.00'), { termIn: 150 }),
      completed(120),
      terminated(
        72,
        'notReady',
        'Termiņš pagājis, gatavība nav apliecināta, par jaunu termiņu puses nav vienojušās.',
        'Mājas būvniecība ir apturēta; klients pagarinājumu nevēlējās.',
        'service2',
      ),
    ],
  },
  {
    tells: 'II.14.2.3: force majeure lasted longer than a month; ended by the clause',
    status: 'terminated',
    by: 'company',
    ago: 214,
    applies: {
      customer: PARAUGS,
      object: { address: 'Pludmales iela 2, Roja, Talsu nov., LV-3264', cadastreNumber: '8882 999 0052' },
      connection: ampere('125'),
      purpose: 'new',
    },
    acts: [
      ...upToWorks(200, 'company', byConstruction('125', '19400.00')),
      act(110, 'company', 'force-majeure.notified', ({ today, on }) => ({
        startedOn: today,
        event: 'Stihiska postaža: vētra noskaloja krasta nogāzi kopā ar būvlaukumu.',
        likelyEndOn: on(40),
      })),
    ],
  },
  {
    tells: 'II.14.1: ended by agreement of both sides',
    status: 'terminated',
    by: 'company',
    ago: 140,
    applies: {
      customer: PARAUGS,
      object: { address: 'Skolas iela 5, Limbaži, Limbažu nov., LV-4001', cadastreNumber: '6601 999 0053' },
      connection: ampere('50'),
      purpose: 'load-increase',
    },
    acts: [
      routed(137),
      offered(128, byLoadUnit('50'), { dueIn: 110 }),
      ...signed(112, 'company', 108),
      act(60, 'company', 'termination.agreed', {
        agreement: 'Jaudas palielinājums vairs nav vajadzīgs; puses viena otrai neko neprasa.',
      }),
      act(56, 'service', 'termination.agreed', {
        agreement: 'Operators piekrīt līgumu izbeigt bez savstarpējām prasībām.',
      }),
    ],
  },
  {
    tells: 'II.14.3.1: the operator was misled about the object',
    status: 'terminated',
    by: 'service',
    ago: 168,
    applies: {
      customer: person('Oskars Paraugkrūms', '171291-10017', 'Miera iela 40, Valmiera, LV-4201'),
      object: {
        address: '"Paraugkrūmi", Kocēnu pag., Valmieras nov., LV-4220',
        cadastreNumber: '9664 999 0054',
      },
      connection: ampere('20'),
      purpose: 'new',
    },
    acts: [
      ...offeredOnPaper(155, byConstruction('20', '4470.00')),
      paid(143),
      started(110),
      terminated(
        80,
        'misled',
        'Zemes gabals pieder citai personai; iesniegtais nomas līgums izrādījās viltots.',
        'Īpašniece rakstiski apliecināja, ka līgumu nav slēgusi.',
        'finance2',
      ),
      act(66, 'finance', 'refund.decided', ({ theCase }) => ({
        refund: '0.00',
        retained: theCase.money.received,
        reasons: 'Samaksātais sedz līdz izbeigšanai veiktos darbus.',
      })),
    ],
  },
];
