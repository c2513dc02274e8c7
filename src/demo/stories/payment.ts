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
} from '../acts.ts';
import { ANNA, firm, PARAUGS, person } from '../people.ts';
import { act, type Story } from '../story.ts';

/** Contracts in force, by what is paid, owed or put off (II.10, II.15). */
export const PAYMENT_STORIES: readonly Story[] = [
  {
    tells: 'II.15: both have signed; the withdrawal period and the time to pay run',
    status: 'in-force',
    by: 'customer',
    ago: 40,
    applies: {
      customer: ANNA,
      object: { address: 'Kļavu iela 6, Limbaži, Limbažu nov., LV-4001', cadastreNumber: '6601 999 0020' },
      connection: ampere('20'),
      purpose: 'new',
    },
    acts: [routed(37), offered(27, byLoadUnit('20'), { dueIn: 45 }), ...signed(8, 'customer', 6)],
  },
  {
    tells: 'II.2.2: paid in full, the works are waiting for the withdrawal period',
    status: 'in-force',
    by: 'service',
    ago: 28,
    applies: {
      customer: person('Signe Piemērkalne', '070790-10007', 'Raiņa iela 8, Gulbene, Gulbenes nov., LV-4401'),
      object: {
        address: '"Piemērkalnes", Stradu pag., Gulbenes nov., LV-4417',
        cadastreNumber: '5090 999 0021',
      },
      connection: ampere('32'),
      purpose: 'new',
    },
    acts: [...offeredOnPaper(15, byConstruction('32', '5410.00'), { channel: 'hand' }), paid(5)],
  },
  {
    tells: 'II.10.2: signed and paid in part; the rest is due',
    status: 'in-force',
    by: 'service',
    ago: 56,
    applies: {
      customer: firm('SIA "Parauga koks"', '40000000013', 'Zāģeru iela 2, Smiltene, Smiltenes nov., LV-4729'),
      object: {
        address: 'Zāģeru iela 2, Smiltene, Smiltenes nov., LV-4729',
        cadastreNumber: '9415 999 0022',
      },
      connection: ampere('100'),
      purpose: 'load-increase',
    },
    acts: [
      ...offeredOnPaper(42, byLoadUnit('100', '38'), { dueIn: 65 }),
      ...signed(26, 'service', 22),
      paid(9, '2000.00'),
    ],
  },
  {
    tells: 'II.14.3.2: unpaid and past its due date; service holds the end',
    status: 'in-force',
    by: 'service',
    ago: 90,
    applies: {
      customer: person('Gunārs Piemēriņš', '080870-10008', 'Avotu iela 3, Preiļi, Preiļu nov., LV-5301'),
      object: { address: '"Piemēriņi", Riebiņu pag., Preiļu nov., LV-5326', cadastreNumber: '7662 999 0023' },
      connection: ampere('25'),
      purpose: 'restore',
    },
    acts: [
      ...offeredOnPaper(78, byLoadUnit('25'), { dueIn: 62 }),
      ...signed(58, 'service', 54),
      act(24, 'service', 'ending.held', {
        reasons: 'Klients iesniedzis slimnīcas izziņu un lūdz divas nedēļas; finanses piekrīt.',
      }),
    ],
  },
  {
    tells: 'II.def.fee-1/7: deferred payment of a large connection; the works go on',
    status: 'in-force',
    by: 'company',
    ago: 113,
    applies: {
      customer: PARAUGS,
      object: { address: 'Ostas iela 40, Liepāja, LV-3401', cadastreNumber: '1700 999 0024' },
      connection: ampere('250', { maxLoadKw: '150' }),
      purpose: 'new',
    },
    acts: [
      routed(109),
      offered(100, {
        ...byConstruction('250', '36400.00'),
        deferral: {
          months: 36,
          instalments: 12,
          annualRate: '0.05',
          guaranteesProvided: true,
          termsInContract: true,
          monthsFromSystemServiceContract: 36,
        },
      }),
      ...signed(86, 'company', 82),
      started(50),
    ],
  },
  {
    tells: 'II.10.4: works were done before full payment; the final invoice is overdue',
    status: 'in-force',
    by: 'service',
    ago: 164,
    applies: {
      customer: firm(
        'SIA "Piemēra maiznīca"',
        '40000000014',
        'Maizes iela 5, Kuldīga, Kuldīgas nov., LV-3301',
      ),
      object: { address: 'Maizes iela 5, Kuldīga, Kuldīgas nov., LV-3301', cadastreNumber: '6201 999 0025' },
      connection: ampere('160'),
      purpose: 'load-increase',
    },
    acts: [
      ...offeredOnPaper(150, byConstruction('160', '14300.00'), {
        advanceGross: '6000.00',
        worksBeforeFullPayment: true,
        termIn: 200,
      }),
      ...signed(138, 'service', 134),
      paid(128, '6000.00'),
      started(105),
      completed(34),
    ],
  },
  {
    tells: 'II.10.5: the customer has been warned that the debt may be handed over',
    status: 'in-force',
    by: 'company',
    ago: 222,
    applies: {
      customer: PARAUGS,
      object: { address: 'Krasta iela 9, Jūrmala, LV-2010', cadastreNumber: '1300 999 0026' },
      connection: ampere('160'),
      purpose: 'new',
    },
    acts: [
      routed(219),
      offered(210, byConstruction('160', '17850.00'), {
        advanceGross: '8000.00',
        worksBeforeFullPayment: true,
        termIn: 260,
      }),
      ...signed(198, 'company', 194),
      paid(188, '8000.00'),
      started(160),
      completed(75),
      act(25, 'finance', 'debt.warned', { channel: 'post' }, 'finance2'),
    ],
  },
  {
    tells: 'II.10.5: more than sixty days late and warned; the debt was handed over',
    status: 'in-force',
    by: 'service',
    ago: 293,
    applies: {
      customer: firm('SIA "Parauga ferma"', '40000000015', '"Paraugfermas", Saldus nov., LV-3801'),
      object: {
        address: '"Paraugfermas", Novadnieku pag., Saldus nov., LV-3801',
        cadastreNumber: '8472 999 0027',
      },
      connection: ampere('125'),
      purpose: 'new',
    },
    acts: [
      ...offeredOnPaper(280, byConstruction('125', '11600.00'), {
        advanceGross: '4000.00',
        worksBeforeFullPayment: true,
        termIn: 330,
      }),
      ...signed(262, 'service', 258),
      paid(250, '4000.00'),
      started(225),
      completed(130),
      act(92, 'finance', 'debt.warned', { channel: 'post' }, 'finance2'),
      act(30, 'finance2', 'debt.handed-over', { provider: 'SIA "Parauga parādu piedziņa"' }, 'finance'),
    ],
  },
];
