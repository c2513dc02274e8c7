import {
  ampere,
  byConstruction,
  byLoadUnit,
  completed,
  connected,
  offered,
  offeredOnPaper,
  paid,
  ready,
  routed,
  signed,
  started,
  terminated,
  upToWorks,
} from '../acts.ts';
import { ANNA, firm, PARAUGS, person } from '../people.ts';
import { act, type Story } from '../story.ts';

/** Contracts in force, in every shape that payment, works, readiness and connection take beside one another (II.2 to
 *  II.17). */
export const CONTRACT_STORIES: readonly Story[] = [
  {
    tells: 'II.15: both have signed; the withdrawal period and the time to pay run',
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
    by: 'service',
    ago: 30,
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
    by: 'service',
    ago: 62,
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
    by: 'service',
    ago: 95,
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
    by: 'company',
    ago: 120,
    applies: {
      customer: PARAUGS,
      object: { address: 'Ostas iela 40, Liepāja, LV-3401', cadastreNumber: '1700 999 0024' },
      connection: ampere('250', { maxLoadKw: '150' }),
      purpose: 'new',
    },
    acts: [
      routed(115),
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
    by: 'service',
    ago: 170,
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
    by: 'company',
    ago: 230,
    applies: {
      customer: PARAUGS,
      object: { address: 'Krasta iela 9, Jūrmala, LV-2010', cadastreNumber: '1300 999 0026' },
      connection: ampere('160'),
      purpose: 'new',
    },
    acts: [
      routed(226),
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
    by: 'service',
    ago: 300,
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
  {
    tells: 'II.2.1: the works are under way',
    by: 'customer',
    ago: 130,
    applies: {
      customer: ANNA,
      object: {
        address: '"Jaunparaugi", Krimuldas pag., Siguldas nov., LV-2144',
        cadastreNumber: '8068 999 0028',
      },
      connection: ampere('25'),
      purpose: 'new',
    },
    acts: upToWorks(112, 'customer', byConstruction('25', '7720.00')),
  },
  {
    tells: 'II.13.1.4: stopped by a digging ban, gone on since with a later term',
    by: 'service',
    ago: 200,
    applies: {
      customer: person(
        'Dace Paraugliepa',
        '090965-10009',
        'Vienības iela 7, Krāslava, Krāslavas nov., LV-5601',
      ),
      object: { address: 'Ezera iela 10, Dagda, Krāslavas nov., LV-5674', cadastreNumber: '6009 999 0029' },
      connection: ampere('25'),
      purpose: 'new',
    },
    acts: [
      ...upToWorks(180, 'service', byConstruction('25', '6890.00'), { termIn: 300 }),
      act(120, 'engineer', 'works.suspended', ({ today, on }) => ({
        reason: 'digging-ban',
        from: today,
        likelyEndOn: on(80),
        municipality: 'Krāslavas novada pašvaldība',
        regulation: 'saistošie noteikumi par rakšanas darbu aizliegumu ziemas sezonā',
      })),
      act(78, 'engineer', 'works.resumed', ({ today }) => ({ reason: 'digging-ban', on: today })),
    ],
  },
  {
    tells:
      'II.13.1.1: suspended for flaws of the design; the remedy date has passed and a termination waits for a second person',
    by: 'service',
    ago: 190,
    applies: {
      customer: firm('SIA "Piemēra viesnīca"', '40000000016', 'Pils iela 3, Kandava, Tukuma nov., LV-3120'),
      object: { address: 'Pils iela 3, Kandava, Tukuma nov., LV-3120', cadastreNumber: '9011 999 0030' },
      connection: ampere('160'),
      purpose: 'load-increase',
    },
    acts: [
      ...upToWorks(172, 'service', byConstruction('160', '21900.00')),
      act(60, 'engineer', 'works.suspended', ({ today, on }) => ({
        reason: 'design-flaws',
        from: today,
        remedyBy: on(15),
        flaws: [
          'sadalnes KUS-2 novietojums neatbilst apbūves plānam',
          'nav saskaņojuma ar ūdensvada īpašnieku',
        ],
      })),
      terminated(
        6,
        'unremedied',
        'Būvprojekta trūkumi līdz noteiktajai dienai nav novērsti un labots projekts nav iesniegts.',
        'Klients divreiz rakstiski brīdināts; pagarinājumu nav lūdzis.',
      ),
    ],
  },
  {
    tells: 'II.13.1.2: suspended until the customer has done the preparatory works',
    by: 'customer',
    ago: 125,
    applies: {
      customer: ANNA,
      object: { address: 'Kalna iela 27, Kuldīga, Kuldīgas nov., LV-3301', cadastreNumber: '6201 999 0031' },
      connection: ampere('25'),
      purpose: 'new',
    },
    acts: [
      ...upToWorks(106, 'customer', byLoadUnit('25', '44')),
      act(16, 'engineer', 'works.suspended', ({ today, on }) => ({
        reason: 'preparatory-works',
        from: today,
        remedyBy: on(-21),
        works: ['atbrīvot kabeļa trasi no būvgružiem', 'izbūvēt pamatni uzskaites sadalnei'],
        source: 'TR',
      })),
    ],
  },
  {
    tells: 'II.13.1.3: suspended for adverse conditions that both parties may report',
    by: 'company',
    ago: 128,
    applies: {
      customer: PARAUGS,
      object: { address: 'Dambja iela 2, Carnikava, Ādažu nov., LV-2163', cadastreNumber: '8052 999 0032' },
      connection: ampere('80'),
      purpose: 'new',
    },
    acts: [
      ...upToWorks(108, 'company', byConstruction('80', '10250.00')),
      act(12, 'engineer', 'works.suspended', ({ today, on }) => ({
        reason: 'adverse-conditions',
        from: today,
        likelyEndOn: on(-10),
        conditions: 'Plūdi Gaujas lejtecē: trase ir zem ūdens.',
      })),
    ],
  },
  {
    tells: 'II.13.1.4: suspended by a seasonal digging ban',
    by: 'service',
    ago: 135,
    applies: {
      customer: person('Valdis Piemērozols', '101058-10010', 'Rīgas iela 30, Valka, Valkas nov., LV-4701'),
      object: { address: 'Torņa iela 12, Valka, Valkas nov., LV-4701', cadastreNumber: '9401 999 0033' },
      connection: ampere('32'),
      purpose: 'new',
    },
    acts: [
      ...upToWorks(115, 'service', byConstruction('32', '5980.00')),
      act(22, 'engineer', 'works.suspended', ({ today, on }) => ({
        reason: 'digging-ban',
        from: today,
        likelyEndOn: on(-40),
        municipality: 'Valkas novada pašvaldība',
        regulation: 'saistošie noteikumi par rakšanas darbu aizliegumu ziemas sezonā',
      })),
    ],
  },
  {
    tells: 'II.17.2: force majeure was notified in time and lasts',
    by: 'company',
    ago: 140,
    applies: {
      customer: PARAUGS,
      object: {
        address: 'Mežu iela 1, Aizkraukle, Aizkraukles nov., LV-5101',
        cadastreNumber: '3201 999 0034',
      },
      connection: ampere('100'),
      purpose: 'new',
    },
    acts: [
      ...upToWorks(120, 'company', byLoadUnit('100', '29')),
      act(10, 'engineer', 'force-majeure.notified', ({ today, on }) => ({
        startedOn: today,
        event: 'Vētra ar ārkārtas situācijas izsludināšanu novadā; visas brigādes atjauno elektroapgādi.',
        likelyEndOn: on(-7),
      })),
    ],
  },
  {
    tells: 'II.4.1: the customer was ready before the works were',
    by: 'service',
    ago: 138,
    applies: {
      customer: person('Inga Paraugzariņa', '111182-10011', 'Skolas iela 14, Ludza, Ludzas nov., LV-5701'),
      object: { address: 'Latgales iela 44, Ludza, Ludzas nov., LV-5701', cadastreNumber: '6801 999 0035' },
      connection: ampere('20'),
      purpose: 'new',
    },
    acts: [
      ...upToWorks(118, 'service', byLoadUnit('20', '33')),
      ready(7, 'service', 'AS "Parauga enerģija"'),
    ],
  },
  {
    tells: 'II.2.6: completed; the customer is invited to confirm readiness up to the term',
    by: 'customer',
    ago: 165,
    applies: {
      customer: ANNA,
      object: {
        address: 'Strauta iela 8, Salaspils, Salaspils nov., LV-2121',
        cadastreNumber: '8031 999 0036',
      },
      connection: ampere('25'),
      purpose: 'new',
    },
    acts: [...upToWorks(145, 'customer', byLoadUnit('25')), completed(14)],
  },
  {
    tells: 'II.4.5: completed, the term has passed and the customer is not ready',
    by: 'service',
    ago: 210,
    applies: {
      customer: firm(
        'SIA "Parauga dārzi"',
        '40000000017',
        'Siltumnīcu iela 1, Mārupe, Mārupes nov., LV-2167',
      ),
      object: {
        address: 'Siltumnīcu iela 1, Mārupe, Mārupes nov., LV-2167',
        cadastreNumber: '8076 999 0037',
      },
      connection: ampere('200'),
      purpose: 'new',
    },
    acts: [...upToWorks(190, 'service', byConstruction('200', '28700.00'), { termIn: 180 }), completed(60)],
  },
  {
    tells: 'II.4.6: completed; an extension is proposed by the operator and waits for the customer',
    by: 'company',
    ago: 215,
    applies: {
      customer: PARAUGS,
      object: {
        address: 'Brīvības iela 101, Dobele, Dobeles nov., LV-3701',
        cadastreNumber: '4601 999 0038',
      },
      connection: ampere('63'),
      purpose: 'new',
    },
    acts: [
      ...upToWorks(195, 'company', byLoadUnit('63'), { termIn: 205 }),
      completed(50),
      act(6, 'engineer', 'term.extended', ({ on }) => ({
        termOn: on(-60),
        agreement: 'Piedāvājam termiņu pagarināt, jo iekšējās elektroinstalācijas darbi vēl nav pabeigti.',
      })),
    ],
  },
  {
    tells: 'II.4.5: the site check found the installations not ready',
    by: 'company',
    ago: 180,
    applies: {
      customer: PARAUGS,
      object: { address: 'Fabrikas iela 5, Ogre, Ogres nov., LV-5001', cadastreNumber: '7401 999 0039' },
      connection: ampere('100'),
      purpose: 'load-increase',
    },
    acts: [
      ...upToWorks(160, 'company', byLoadUnit('100', '17')),
      completed(40),
      ready(19, 'company'),
      act(15, 'engineer', 'readiness.disproved', {
        findings:
          'Uzskaites sadalnē nav uzstādīti ievadaizsardzības aparāti; nav zemējuma mērījumu protokola.',
      }),
    ],
  },
  {
    tells: 'II.4.4: a member of a common project who has not paid is left unconnected',
    by: 'company',
    ago: 205,
    applies: {
      customer: PARAUGS,
      object: {
        address: 'Ciemata iela 1, Garkalnes pag., Ropažu nov., LV-2137',
        cadastreNumber: '8060 999 0040',
        installation: '2. māja',
      },
      connection: ampere('160'),
      purpose: 'new',
    },
    acts: [
      routed(200),
      offered(186, byConstruction('160', '13450.00'), {
        advanceGross: '5000.00',
        worksBeforeFullPayment: true,
      }),
      ...signed(174, 'company', 170),
      act(168, 'engineer', 'project.joined', { projectId: 'KP-0001', shareNet: '13568.00' }),
      paid(160, '5000.00'),
      started(130),
      completed(18),
      ready(5, 'company'),
    ],
  },
  {
    tells: 'II.14.6: both sides have fulfilled; the connection is due within ten days',
    by: 'customer',
    ago: 160,
    applies: {
      customer: ANNA,
      object: { address: 'Vītolu iela 16, Jelgava, LV-3002', cadastreNumber: '0900 999 0041' },
      connection: ampere('25'),
      purpose: 'new',
    },
    acts: [
      ...upToWorks(140, 'customer', byLoadUnit('25')),
      completed(20),
      ready(4, 'customer', 'AS "Parauga enerģija"'),
    ],
  },
  {
    tells: 'II.4.1: both sides have fulfilled, but the operator is late with the connection',
    by: 'service',
    ago: 185,
    applies: {
      customer: person('Juris Paraugbērzs', '121247-10012', 'Meža iela 2, Balvi, Balvu nov., LV-4501'),
      object: { address: '"Paraugbērzi", Kubulu pag., Balvu nov., LV-4566', cadastreNumber: '3858 999 0042' },
      connection: ampere('20'),
      purpose: 'restore',
    },
    acts: [
      ...upToWorks(165, 'service', byConstruction('20', '4980.00')),
      completed(45),
      ready(27, 'service'),
    ],
  },
  {
    tells: 'II.14.2.1: connected with a trading contract; everything is settled',
    by: 'customer',
    ago: 250,
    applies: {
      customer: ANNA,
      object: { address: 'Ozolu iela 11, Cēsis, Cēsu nov., LV-4101', cadastreNumber: '4201 999 0043' },
      connection: ampere('25'),
      purpose: 'new',
    },
    acts: [
      ...upToWorks(230, 'customer', byLoadUnit('25')),
      completed(90),
      ready(70, 'customer', 'AS "Parauga enerģija"'),
      connected(64),
    ],
  },
  {
    tells: 'II.4.2: the load was switched to the new connection, then the old one was cut',
    by: 'service',
    ago: 280,
    applies: {
      customer: person('Biruta Piemērvītola', '131250-10013', 'Upes iela 19, Bauska, Bauskas nov., LV-3901', {
        email: 'biruta@piemers.example',
      }),
      object: { address: 'Upes iela 19, Bauska, Bauskas nov., LV-3901', cadastreNumber: '4001 999 0044' },
      connection: ampere('32', { replacesOldInstallation: true }),
      purpose: 'load-increase',
    },
    acts: [
      ...upToWorks(260, 'service', byLoadUnit('32', '12')),
      completed(120),
      ready(100, 'service', 'SIA "Piemēra tirgotājs"'),
      connected(84, { loadSwitched: true }),
      act(77, 'engineer', 'old-supply.cut', ({ today }) => ({ on: today })),
    ],
  },
  {
    tells:
      'II.4.7: connected without a trading contract, on last guaranteed supply; a complaint was answered',
    by: 'company',
    ago: 270,
    applies: {
      customer: PARAUGS,
      object: { address: 'Gaismas iela 4, Ķekava, Ķekavas nov., LV-2123', cadastreNumber: '8070 999 0045' },
      connection: ampere('50'),
      purpose: 'separate-meter',
    },
    acts: [
      ...upToWorks(250, 'company', byLoadUnit('50')),
      completed(110),
      act(104, 'company', 'complaint.filed', { text: 'Pēc darbiem nav atjaunots bruģis pie vārtiem.' }),
      act(96, 'service', 'complaint.answered', {
        text: 'Segums atjaunots; pievienots pieņemšanas akts un fotoattēli.',
      }),
      ready(90, 'company'),
      connected(84),
    ],
  },
];
