import { ampere, byLoadUnit, completed, connected, ready, upToWorks } from '../acts.ts';
import { ANNA, PARAUGS, person } from '../people.ts';
import { act, type Story } from '../story.ts';

/** Connected and settled (II.14.2.1). */
export const CLOSED_STORIES: readonly Story[] = [
  {
    tells: 'II.14.2.1: connected with a trading contract; everything is settled',
    status: 'closed',
    by: 'customer',
    ago: 244,
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
    status: 'closed',
    by: 'service',
    ago: 272,
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
    status: 'closed',
    by: 'company',
    ago: 263,
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
      act(6, 'company', 'data-request.filed', {
        right: 'access',
        text: 'Kādus datus par mums glabājat un kam tie ir nodoti?',
      }),
    ],
  },
];
