import type { z } from 'zod';
import type { Language } from '../../law/words.ts';
import { readingOf } from '../documents/fee-readings.ts';
import type { DOCUMENTS, DocumentName } from '../enclosures.ts';
import { ANNA, PARAUGS } from './head.ts';

type Fields<Name extends DocumentName> = z.input<(typeof DOCUMENTS)[Name]>;

export const SMALL = { phases: 3, ampere: '25', volt: '400', generationKw: null, maxLoadKw: null } as const;
export const LARGE = { phases: 3, ampere: '160', volt: '400', generationKw: '11', maxLoadKw: '110' } as const;

export const FEE = {
  net: '3000.00',
  operatorShare: '1500.00',
  shareNet: '1500.00',
  vatRate: '0.21',
  vat: '315.00',
  shareGross: '1815.00',
} as const;
export const LARGE_FEE = {
  net: '43438.00',
  operatorShare: '0.00',
  shareNet: '43438.00',
  vatRate: '0.21',
  vat: '721.98',
  shareGross: '44159.98',
} as const;

const said = (language: Language, lv: string, en: string): string => (language === 'lv' ? lv : en);

export const partOne = (language: Language): Fields<'part-one'> => ({
  customer: ANNA,
  place: { address: 'Ķīšezera iela 3, Ādaži', cadastreNumber: '8044 001 0123', installation: null },
  purpose: 'new',
  replacesOldInstallation: false,
  parameters: SMALL,
  ownershipBoundary: said(
    language,
    'Uzskaites sadalnes pienākošie spailes zemes gabala robežā, pie vārtiņiem.',
    'The incoming terminals of the metering cabinet on the plot’s boundary, beside the gate.',
  ),
  designBy: 'operator',
  contractorChosenBy: null,
  regime: '1/8',
  fee: FEE,
  advanceGross: '1815.00',
  paidInAdvance: true,
  paymentDueOn: '2025-04-09',
  instalments: [],
  worksBeforeFullPayment: false,
  worksInWithdrawalPeriod: false,
  termOn: '2025-09-30',
  overrides: [],
  termsVersion: '2018-01-01',
});

export const partOneOfAFirm = (language: Language): Fields<'part-one'> => ({
  ...partOne(language),
  customer: PARAUGS,
  place: {
    address: 'Rūpnīcas iela 7, Valmiera',
    cadastreNumber: null,
    installation: said(language, '2. cehs', 'workshop 2'),
  },
  purpose: 'load-increase',
  replacesOldInstallation: true,
  parameters: LARGE,
  designBy: 'customer',
  contractorChosenBy: 'customer',
  fee: LARGE_FEE,
  advanceGross: '10000.00',
  paidInAdvance: false,
  instalments: [
    { dueOn: '2025-09-10', net: '21719.00' },
    { dueOn: '2026-03-10', net: '21719.00' },
  ],
  worksBeforeFullPayment: true,
  worksInWithdrawalPeriod: true,
  overrides: [
    {
      label: said(language, 'pieslēgšana', 'connecting'),
      clause: 'II.4.1',
      value: '20',
      reason: said(language, 'Ražotnes dīkstāve plānota augustā.', 'The plant stands still in August.'),
    },
  ],
});

export const feeExplanation = (language: Language): Fields<'fee-explanation'> => ({
  regime: '1/8',
  fee: FEE,
  vatBase: '1500.00',
  lines: [
    {
      label: said(language, 'Slodzes vienības izbūves izmaksas', 'Load-unit construction'),
      amount: '3000.00',
      customerShare: '1500.00',
      operatorShare: '1500.00',
      clause: 'II.def.fee-1/8.3',
      because: said(
        language,
        '25 A × 120,00 EUR/A = 3000,00 EUR. 25 A un 400 V nepārsniedz 100 A un 400 V, tāpēc klients maksā 50 %: 3000,00 EUR × 50 % = 1500,00 EUR, operators sedz 1500,00 EUR.',
        '25 A × 120.00 EUR/A = 3000.00 EUR. 25 A and 400 V are within 100 A and 400 V, so the customer pays 50 %: 3000.00 EUR × 50 % = 1500.00 EUR, and the operator bears 1500.00 EUR.',
      ),
      reverseCharge: false,
    },
  ],
  hasReverseCharge: false,
  compared: [],
  ignored: [],
  financing: null,
  figures: [
    {
      label: said(language, 'PVN pamatlikme', 'value added tax, standard rate'),
      value: said(language, '21 %', '21 %'),
      since: '2012-07-01',
      source: 'public VAT table',
    },
    {
      label: said(language, 'slodzes vienības cena', 'load-unit price'),
      value: said(language, '120,00 EUR/A', '120.00 EUR/A'),
      since: null,
      source: said(language, 'norādīts pieprasījumā', 'given in the request'),
    },
  ],
  readings: [
    readingOf('money.rounding', 'HALF_UP', language),
    readingOf('split.scope', 'worksOnly', language),
  ],
});

export const largeFeeExplanation = (language: Language): Fields<'fee-explanation'> => {
  const small = feeExplanation(language);
  return {
    ...small,
    fee: LARGE_FEE,
    vatBase: '3438.00',
    hasReverseCharge: true,
    lines: [
      {
        label: said(language, 'Būvdarbu izmaksas', 'Construction'),
        amount: '40000.00',
        customerShare: '40000.00',
        operatorShare: '0.00',
        clause: 'II.def.fee-1/8.2',
        because: said(
          language,
          'Būvdarbi: 40 000,00 EUR. 160 A pārsniedz 100 A, tāpēc klients maksā 100 %: 40 000,00 EUR.',
          'Construction: 40,000.00 EUR. 160 A is above 100 A, so the customer pays 100 %: 40,000.00 EUR.',
        ),
        reverseCharge: true,
      },
      {
        label: said(language, 'Pieslēgšanas izmaksas', 'Connecting'),
        amount: '2350.00',
        customerShare: '2350.00',
        operatorShare: '0.00',
        clause: 'II.def.fee-1/8.5',
        because: said(
          language,
          'Pieslēgšana: 2350,00 EUR. Klients maksā 100 %: 2350,00 EUR.',
          'Connecting: 2350.00 EUR. The customer pays 100 %: 2350.00 EUR.',
        ),
        reverseCharge: false,
      },
      {
        label: said(language, 'Finansēšanas izmaksas', 'Financing'),
        amount: '1088.00',
        customerShare: '1088.00',
        operatorShare: '0.00',
        clause: 'II.def.fee-1/8.6',
        because: said(
          language,
          '40 000,00 EUR × 2,72 % = 1088,00 EUR. Klients maksā 100 %: 1088,00 EUR.',
          '40,000.00 EUR × 2.72 % = 1088.00 EUR. The customer pays 100 %: 1088.00 EUR.',
        ),
        reverseCharge: false,
      },
    ],
    compared: [
      {
        regime: '1/8',
        shareNet: '43438.00',
        applies: true,
        because: said(language, 'mazākais rezultāts', 'the lower result'),
      },
      {
        regime: '1/7',
        shareNet: '45000.00',
        applies: false,
        because: said(language, 'lielāks rezultāts', 'the higher result'),
      },
    ],
    ignored: [
      {
        because: said(
          language,
          'Projektēšanu organizē klients, tāpēc tās izmaksas neiekļauj.',
          'The customer has the design made, so its cost is left out.',
        ),
        clause: 'II.def.fee-1/8.1',
      },
    ],
    financing: {
      base: '40000.00',
      cost: '1088.00',
      annualRate: '0.0272',
      months: 12,
      schedule: [
        { dueOn: '2025-09-10', net: '21719.00' },
        { dueOn: '2026-03-10', net: '21719.00' },
      ],
    },
  };
};

export const refusalForm: Fields<'refusal-form'> = {
  customer: ANNA,
  inForceOn: null,
  lastDay: null,
  withdrawalDays: 14,
};
export const refusalFormInForce: Fields<'refusal-form'> = {
  ...refusalForm,
  inForceOn: '2025-03-10',
  lastDay: '2025-03-24',
};
export const refusalFormOfAFirm: Fields<'refusal-form'> = { ...refusalForm, customer: PARAUGS };
export const readinessForm: Fields<'readiness-form'> = {
  customer: ANNA,
  parameters: SMALL,
  termOn: '2025-09-30',
};
export const creditNote: Fields<'credit-note'> = {
  number: '20250000042',
  issuedOn: '2025-03-10',
  credits: '20250000017',
  creditsIssuedOn: '2025-02-03',
  buyer: ANNA,
  net: '1500.00',
  vatRate: '0.21',
  vat: '315.00',
  gross: '1815.00',
};
