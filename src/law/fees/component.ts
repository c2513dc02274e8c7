import { say, type Words } from '../words.ts';

/** Components of the connection fee, in the order of the definitions of 1/8 and 1/7. */
export const COMPONENTS = [
  'design',
  'construction',
  'loadUnit',
  'capacityMaintenance',
  'connecting',
  'attributable',
  'actual',
  'financing',
] as const;
export type Component = (typeof COMPONENTS)[number];

export const COMPONENT_LABELS: Readonly<Record<Component, Words>> = {
  design: say('Projektēšanas izmaksas', 'Design'),
  construction: say('Būvdarbu izmaksas', 'Construction'),
  loadUnit: say('Slodzes vienības izbūves izmaksas', 'Load-unit construction'),
  capacityMaintenance: say('Jaudas uzturēšanas izmaksas', 'Capacity maintenance'),
  connecting: say('Pieslēgšanas izmaksas', 'Connecting'),
  attributable: say('Attiecināmās izmaksas', 'Attributable costs'),
  actual: say('Faktiskās izmaksas', 'Actual costs'),
  financing: say('Finansēšanas izmaksas', 'Financing'),
};

/** The rules by which the fee is computed: SPRK decision 1/8 of 2021 or 1/7 of 2018. */
export const REGIMES = ['1/8', '1/7'] as const;
export type Regime = (typeof REGIMES)[number];

/** Clauses of the definitions in Part II on which the lines rest. */
export const CLAUSE = {
  fee: 'II.def.fee',
  design: 'II.def.fee-1/8.1',
  construction: 'II.def.fee-1/8.2',
  loadUnit: 'II.def.fee-1/8.3',
  capacityMaintenance: 'II.def.fee-1/8.4',
  connecting: 'II.def.fee-1/8.5',
  financing18: 'II.def.fee-1/8.6',
  attributable: 'II.def.fee-1/7.1',
  actual: 'II.def.fee-1/7.2',
  financing17: 'II.def.fee-1/7.3',
  split: 'II.def.split',
  comparison: 'II.1.8',
  vat: 'II.10.3',
  temporary: 'II.def.temporary-connection',
  entryDevice: 'II.def.entry-device',
  technicalParameters: 'II.def.technical-parameters',
  reverseCharge: 'VAT Act 142',
} as const;
