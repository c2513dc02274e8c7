import { ampere, byConstruction, byLoadUnit, terminated, upToWorks } from '../acts.ts';
import { ANNA, firm, PARAUGS, person } from '../people.ts';
import { act, type Story } from '../story.ts';

/** Works that go on or stand still (II.2, II.13, II.17). */
export const WORKS_STORIES: readonly Story[] = [
  {
    tells: 'II.2.3: the operator has the design made',
    status: 'in-force',
    by: 'company',
    ago: 84,
    applies: {
      customer: PARAUGS,
      object: { address: 'Ganību dambis 5, Rīga, LV-1045', cadastreNumber: '0100 999 0055' },
      connection: ampere('160'),
      purpose: 'load-increase',
    },
    acts: upToWorks(
      71,
      'company',
      byConstruction('160', '15600.00', {
        costs: { design: '1240.00', construction: '15600.00', connecting: '118.00' },
        operatorOrganisesDesign: true,
      }),
    ),
  },
  {
    tells: 'II.2.1: the works are under way',
    status: 'in-force',
    by: 'customer',
    ago: 126,
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
    status: 'in-force',
    by: 'service',
    ago: 192,
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
        regulation: 'saistošie noteikumi par sezonālu rakšanas darbu aizliegumu',
      })),
      act(78, 'engineer', 'works.resumed', ({ today }) => ({ reason: 'digging-ban', on: today })),
    ],
  },
  {
    tells:
      'II.13.1.1: suspended for flaws of the design; the remedy date has passed and a termination waits for a second person',
    status: 'suspended',
    by: 'service',
    ago: 185,
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
    status: 'suspended',
    by: 'customer',
    ago: 120,
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
    status: 'suspended',
    by: 'company',
    ago: 120,
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
    status: 'suspended',
    by: 'service',
    ago: 128,
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
        regulation: 'saistošie noteikumi par sezonālu rakšanas darbu aizliegumu',
      })),
    ],
  },
  {
    tells: 'II.17.2: force majeure was notified in time and lasts',
    status: 'in-force',
    by: 'company',
    ago: 134,
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
];
