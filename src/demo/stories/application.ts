import {
  ampere,
  byConstruction,
  byLoadUnit,
  identified,
  offered,
  offeredOnPaper,
  returned,
  routed,
} from '../acts.ts';
import { ANNA, firm, PARAUGS, person } from '../people.ts';
import { act, type Story } from '../story.ts';

/** Before the offer (II.11.1). */
export const APPLICATION_STORIES: readonly Story[] = [
  {
    tells: 'a draft that the customer is still filling in',
    status: 'draft',
    by: 'customer',
    ago: 3,
    drafts: {
      customer: ANNA,
      object: { address: 'Ābeļu iela 5, Saulkrasti, Saulkrastu nov., LV-2160' },
      connection: { phases: 1, ampere: '16', volt: '230' },
    },
  },
  {
    tells: 'II.11.1.1: an application that has just been registered',
    status: 'received',
    by: 'customer',
    ago: 2,
    applies: {
      customer: ANNA,
      object: { address: 'Bērzu iela 4, Sigulda, Siguldas nov., LV-2150', cadastreNumber: '8015 999 0001' },
      connection: ampere('25'),
      purpose: 'new',
      notes: 'Jaunbūve, māja būs gatava pēc pusgada.',
    },
  },
  {
    tells: 'a second live application for the same object, flagged to staff',
    status: 'received',
    by: 'service',
    ago: 1,
    applies: {
      customer: person('Kārlis Paraudziņš', '010175-10001', 'Bērzu iela 4, Sigulda, Siguldas nov., LV-2150'),
      object: { address: 'Bērzu iela 4, Sigulda, Siguldas nov., LV-2150', cadastreNumber: '8015 999 0001' },
      connection: ampere('32'),
      purpose: 'new',
    },
  },
  {
    tells: 'II.def.temporary-connection: outside this workflow, it stays with staff',
    status: 'received',
    by: 'company',
    ago: 4,
    applies: {
      customer: PARAUGS,
      object: { address: 'Būvlaukums "Piemērkrasti", Ādažu nov., LV-2164', cadastreNumber: '8044 999 0002' },
      connection: ampere('63', { temporary: true }),
      purpose: 'new',
      notes: 'Celtniecības laikam, līdz četriem mēnešiem.',
    },
  },
  {
    tells: 'II.5.2: documents are missing',
    status: 'incomplete',
    by: 'service',
    ago: 9,
    applies: {
      customer: person('Ieva Piemēra', '020280-10002', 'Skolas iela 9–2, Cēsis, Cēsu nov., LV-4101', {
        phone: '+371 20000002',
      }),
      object: {
        address: '"Kalnparaugi", Raunas pag., Smiltenes nov., LV-4131',
        cadastreNumber: '4276 999 0003',
      },
      connection: ampere('20'),
      purpose: 'restore',
    },
    acts: [
      returned(
        7,
        'īpašumtiesības apliecinoša dokumenta kopija',
        'zemes gabala robežu plāns',
        'identifikācija klātienē, ar eID vai internetbanku',
      ),
    ],
  },
  {
    tells: 'II.11.1.2: the customer has the design made; no offer clock runs yet',
    status: 'awaiting-design',
    by: 'company',
    ago: 25,
    applies: {
      customer: PARAUGS,
      object: { address: 'Rūpniecības iela 14, Valmiera, LV-4201', cadastreNumber: '9601 999 0004' },
      connection: ampere('200', { maxLoadKw: '110' }),
      purpose: 'load-increase',
      notes: 'Jauna ražošanas līnija.',
    },
    acts: [
      routed(20, {
        designNeeded: true,
        designBy: 'customer',
        contractorNeeded: true,
        contractorChosenBy: 'operator',
        requirementsNumber: 'TP-2041',
        connectionPoint: '10/0,4 kV transformatoru apakšstacija TP-2041, 0,4 kV sadalne',
        ownershipBoundary: 'Uzskaites sadalnes ievada spailes ražotnes ārsienā',
      }),
    ],
  },
  {
    tells: 'II.11.1.2: a contractor is to be determined by the operator',
    status: 'awaiting-contractor',
    by: 'service',
    ago: 18,
    applies: {
      customer: firm('ZS "Piemērkalni"', '40000000011', '"Piemērkalni", Kuldīgas nov., LV-3301'),
      object: {
        address: '"Piemērkalni", Rumbas pag., Kuldīgas nov., LV-3301',
        cadastreNumber: '6284 999 0005',
      },
      connection: ampere('80'),
      purpose: 'new',
    },
    acts: [identified(17), routed(14, { contractorNeeded: true, contractorChosenBy: 'operator' })],
  },
  {
    tells: 'II.11.1.2: design and contractor are there, the offer is being worked out',
    status: 'evaluating',
    by: 'company',
    ago: 80,
    applies: {
      customer: PARAUGS,
      object: { address: 'Noliktavu iela 3, Jelgava, LV-3001', cadastreNumber: '0900 999 0006' },
      connection: ampere('125'),
      purpose: 'new',
    },
    acts: [
      routed(74, {
        designNeeded: true,
        designBy: 'customer',
        contractorNeeded: true,
        contractorChosenBy: 'customer',
      }),
      act(40, 'company', 'design.received', ({ today }) => ({ on: today, designId: 'BP-0001' })),
      act(12, 'engineer', 'contractor.determined', ({ today }) => ({
        on: today,
        chosenBy: 'customer',
        name: 'SIA "Parauga tīkli"',
      })),
    ],
  },
  {
    tells: 'II.11.1.1: the operator’s own deadline has passed',
    status: 'evaluating',
    by: 'service',
    ago: 32,
    applies: {
      customer: person('Zane Paraugkalne', '030390-10003', 'Jūras iela 21, Liepāja, LV-3401', {
        email: 'zane@piemers.example',
      }),
      object: {
        address: 'Kāpu iela 8, Pāvilosta, Dienvidkurzemes nov., LV-3466',
        cadastreNumber: '6413 999 0007',
      },
      connection: ampere('25'),
      purpose: 'separate-meter',
    },
    acts: [identified(30), routed(28)],
  },
  {
    tells: 'II.11.4: annulled by the clock, then taken up again by both sides',
    status: 'evaluating',
    by: 'customer',
    ago: 107,
    applies: {
      customer: ANNA,
      object: {
        address: 'Ezermalas iela 2, Alūksne, Alūksnes nov., LV-4301',
        cadastreNumber: '3601 999 0008',
      },
      connection: ampere('20'),
      purpose: 'new',
    },
    acts: [
      routed(104),
      offered(95, byLoadUnit('20')),
      act(13, 'customer', 'application.reinstated', {
        agreement: 'Lūdzu atjaunot pieteikumu: biju ilgstošā komandējumā un brīdinājumu neizlasīju.',
      }),
      act(10, 'service', 'application.reinstated', {
        agreement: 'Operators piekrīt turpināt ar to pašu pieteikumu un izsniegt jaunu piedāvājumu.',
      }),
    ],
  },
  {
    tells: 'the customer withdraws the application before conclusion',
    status: 'withdrawn',
    by: 'company',
    ago: 68,
    applies: {
      customer: PARAUGS,
      object: { address: 'Tirgus laukums 6, Bauska, Bauskas nov., LV-3901', cadastreNumber: '4001 999 0009' },
      connection: ampere('63'),
      purpose: 'load-increase',
    },
    acts: [
      routed(64),
      offered(55, byLoadUnit('63')),
      act(41, 'company', 'application.withdrawn', {
        reasons: 'Telpu noma ir izbeigta, jauda vairs nav vajadzīga.',
      }),
    ],
  },
  {
    tells: 'II.11.3: annulled by the clock after its warning; money that came later is paid back (II.11.4)',
    status: 'annulled',
    by: 'service',
    ago: 102,
    applies: {
      customer: person('Mārtiņš Piemērs', '040460-10004', 'Lauku iela 1, Rēzekne, LV-4601'),
      object: {
        address: '"Piemēri", Ozolaines pag., Rēzeknes nov., LV-4633',
        cadastreNumber: '7876 999 0010',
      },
      connection: ampere('20'),
      purpose: 'new',
    },
    acts: [
      ...offeredOnPaper(88, byConstruction('20', '6120.00')),
      act(20, 'finance', 'payment.received', ({ today }) => ({
        amount: '500.00',
        receivedOn: today,
        reference: 'avanss',
      })),
      act(9, 'finance', 'refund.paid', ({ today }) => ({ on: today, amount: '500.00' }), 'finance2'),
    ],
  },
];
