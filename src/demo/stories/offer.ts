import {
  ampere,
  byConstruction,
  byLoadUnit,
  customerSigned,
  objected,
  offered,
  offeredOnPaper,
  paid,
  revised,
  routed,
} from '../acts.ts';
import { ANNA, firm, PARAUGS, person } from '../people.ts';
import { act, type Story } from '../story.ts';

/** Offers that are open, disputed, accepted by one side, or running out (II.11.2, II.11.3). */
export const OFFER_STORIES: readonly Story[] = [
  {
    tells: 'II.11.2: an offer whose window runs',
    status: 'offered',
    by: 'customer',
    ago: 24,
    applies: {
      customer: ANNA,
      object: { address: 'Liepu iela 18, Ogre, Ogres nov., LV-5001', cadastreNumber: '7401 999 0011' },
      connection: ampere('25'),
      purpose: 'load-increase',
      notes: 'Siltumsūknis un elektroauto uzlāde.',
    },
    acts: [routed(21), offered(10, byLoadUnit('25'))],
  },
  {
    tells: 'II.11.2: a reasoned objection waits for its answer',
    status: 'objected',
    by: 'customer',
    ago: 33,
    applies: {
      customer: ANNA,
      object: { address: '"Vecparaugi", Amatas pag., Cēsu nov., LV-4139', cadastreNumber: '4242 999 0012' },
      connection: ampere('32'),
      purpose: 'new',
    },
    acts: [
      routed(29),
      offered(20, byConstruction('32', '9480.00')),
      objected(
        4,
        'customer',
        'Kabeļa trase ir par 60 m garāka nekā vajadzīgs: lūdzu vest gar ceļu, nevis apkārt dīķim.',
      ),
    ],
  },
  {
    tells: 'II.11.2: the objection was rejected within the window, which still runs',
    status: 'offered',
    by: 'company',
    ago: 37,
    applies: {
      customer: PARAUGS,
      object: { address: 'Dzirnavu iela 31, Dobele, Dobeles nov., LV-3701', cadastreNumber: '4601 999 0013' },
      connection: ampere('50'),
      purpose: 'new',
    },
    acts: [
      routed(32),
      offered(23, byLoadUnit('50')),
      objected(16, 'company', 'Maksā nevajadzētu ietvert operatora personāla darbus.'),
      act(8, 'engineer', 'objection.rejected', {
        reasons:
          'Pieslēgšanas darbi ir maksas sastāvdaļa (lēmums 1/8); tie ir aprēķināti pēc faktiskajām izmaksām.',
      }),
    ],
  },
  {
    tells: 'II.11.2: the objection was founded; a revised offer opened a new window',
    status: 'offered',
    by: 'company',
    ago: 56,
    applies: {
      customer: PARAUGS,
      object: { address: 'Kanāla iela 7, Tukums, Tukuma nov., LV-3101', cadastreNumber: '9001 999 0014' },
      connection: ampere('100'),
      purpose: 'new',
    },
    acts: [
      routed(53),
      offered(44, byLoadUnit('100')),
      objected(
        30,
        'company',
        'Attālums līdz līnijai plānā ir 64 m, tāpēc slodzes vienības cena nav piemērojama.',
      ),
      revised(23, byConstruction('100', '8230.00')),
    ],
  },
  {
    tells: 'II.11.3: the customer has signed, the operator is to sign',
    status: 'offered',
    by: 'customer',
    ago: 33,
    applies: {
      customer: ANNA,
      object: { address: 'Pļavu iela 3, Madona, Madonas nov., LV-4801', cadastreNumber: '7001 999 0015' },
      connection: ampere('20'),
      purpose: 'new',
    },
    acts: [routed(30), offered(19, byLoadUnit('20')), customerSigned(5, 'customer')],
  },
  {
    tells: 'II.11.5: a part of the share is on the account, the rest is missing',
    status: 'offered',
    by: 'service',
    ago: 34,
    applies: {
      customer: person('Andris Paraudziņš', '050555-10005', 'Stacijas iela 4–11, Daugavpils, LV-5401', {
        email: 'andris@piemers.example',
      }),
      object: {
        address: '"Paraudziņi", Naujenes pag., Augšdaugavas nov., LV-5462',
        cadastreNumber: '4474 999 0016',
      },
      connection: ampere('25'),
      purpose: 'new',
    },
    acts: [...offeredOnPaper(20, byLoadUnit('25'), { channel: 'email' }), paid(6, '400.00')],
  },
  {
    tells: 'II.16.4.3: the offer bounced and went by post; its window starts anew',
    status: 'offered',
    by: 'service',
    ago: 36,
    applies: {
      customer: person('Laura Piemēre', '060685-10006', 'Parka iela 15, Jēkabpils, LV-5201', {
        email: 'laura@nav.piemers.example',
      }),
      object: { address: 'Upes iela 2, Jēkabpils, LV-5201', cadastreNumber: '5601 999 0017' },
      connection: ampere('20'),
      purpose: 'load-increase',
    },
    acts: [
      ...offeredOnPaper(24, byLoadUnit('20'), { channel: 'email' }),
      act(18, 'service', 'notice.failed', async ({ letter }) => ({
        noticeId: await letter('N-OFFER'),
        reason: '550 5.1.1 saņēmēja pastkastītes nav',
      })),
    ],
  },
  {
    tells: 'II.11.3: the window is over; the warning is held by a person',
    status: 'offer-lapsed',
    by: 'service',
    ago: 50,
    applies: {
      customer: firm('Biedrība "Parauga muiža"', '40000000012', 'Muižas iela 1, Talsi, Talsu nov., LV-3201'),
      object: { address: 'Muižas iela 1, Talsi, Talsu nov., LV-3201', cadastreNumber: '8801 999 0018' },
      connection: ampere('63'),
      purpose: 'load-increase',
    },
    acts: [
      ...offeredOnPaper(37, byConstruction('63', '7340.00'), { channel: 'hand' }),
      act(16, 'service', 'annulment.held', {
        reasons: 'Biedrības valde lūdza pagaidīt līdz sapulcei; lēmumu paziņos rakstiski.',
      }),
    ],
  },
  {
    tells: 'II.11.3: warned by the clock; the application can be annulled after ten complete days',
    status: 'annulment-warned',
    by: 'customer',
    ago: 47,
    applies: {
      customer: ANNA,
      object: { address: 'Smilšu iela 22, Ventspils, LV-3601', cadastreNumber: '2700 999 0019' },
      connection: ampere('25'),
      purpose: 'new',
    },
    acts: [routed(42), offered(33, byLoadUnit('25', '41'))],
  },
];
