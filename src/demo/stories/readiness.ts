import {
  ampere,
  byConstruction,
  byLoadUnit,
  completed,
  offered,
  paid,
  ready,
  routed,
  signed,
  started,
  upToWorks,
} from '../acts.ts';
import { ANNA, firm, PARAUGS, person } from '../people.ts';
import { act, type Story } from '../story.ts';

/** Readiness of the customer and the connection that it calls for (II.4, II.14.6). */
export const READINESS_STORIES: readonly Story[] = [
  {
    tells: 'II.4.1: the customer was ready before the works were',
    status: 'in-force',
    by: 'service',
    ago: 130,
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
    status: 'in-force',
    by: 'customer',
    ago: 158,
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
    status: 'in-force',
    by: 'service',
    ago: 204,
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
    status: 'in-force',
    by: 'company',
    ago: 207,
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
    status: 'in-force',
    by: 'company',
    ago: 173,
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
    status: 'in-force',
    by: 'company',
    ago: 200,
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
      routed(195),
      offered(186, byConstruction('160', '13450.00'), {
        advanceGross: '5000.00',
        worksBeforeFullPayment: true,
      }),
      ...signed(174, 'company', 170),
      act(168, 'engineer', 'project.joined', { projectId: 'KP-0001', shareNet: '13568.00' }),
      paid(160, '5000.00'),
      started(130),
      completed(11),
      ready(5, 'company'),
    ],
  },
  {
    tells: 'II.14.6: both sides have fulfilled; the connection is due within ten days',
    status: 'fulfilled',
    by: 'customer',
    ago: 152,
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
    status: 'fulfilled',
    by: 'service',
    ago: 178,
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
];
