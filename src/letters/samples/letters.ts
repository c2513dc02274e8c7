import type { z } from 'zod';
import type { NoticeId } from '../../../workflows/notices.ts';
import type { Language } from '../../law/words.ts';
import type { Enclosure } from '../enclosures.ts';
import type { LETTERS } from '../models/index.ts';
import * as documents from './documents.ts';
import { AGAIN, ANNA, type headFor, PARAUGS, TO_A_FIRM } from './head.ts';

/** Samples of every letter, each of its forms at least once: for staff to look at, and for the tests to render. */

type Fields<Notice extends NoticeId> = z.input<(typeof LETTERS)[Notice]['fields']>;

export interface Sample<Notice extends NoticeId = NoticeId> {
  readonly shows: string;
  readonly letter: Fields<Notice>;
  readonly head?: Partial<ReturnType<typeof headFor>>;
  readonly enclosures?: readonly Enclosure[];
}

export type Samples = { readonly [Notice in NoticeId]: readonly Sample<Notice>[] };

const OFFER_ENCLOSURES = (language: Language): Enclosure[] => [
  { document: 'part-one', fields: documents.partOne(language) },
  { document: 'fee-explanation', fields: documents.feeExplanation(language) },
  { document: 'refusal-form', fields: documents.refusalForm },
];

const FIRM_ENCLOSURES = (language: Language): Enclosure[] => [
  { document: 'part-one', fields: documents.partOneOfAFirm(language) },
  { document: 'fee-explanation', fields: documents.largeFeeExplanation(language) },
  { document: 'refusal-form', fields: documents.refusalFormOfAFirm },
];

const CREDIT_NOTE: Enclosure[] = [{ document: 'credit-note', fields: documents.creditNote }];

const PAYMENT = { invoice: '20250000017', invoiceIssuedOn: '2025-02-03', reference: 'RF6920250000017', amount: '1815.00' } as const;

const NOTHING_PAID = { received: '0.00', refund: 'nothing-paid', refundDue: '0.00', refundDays: 14, debt: '0.00' } as const;
const REFUND = { received: '1815.00', refund: 'owed', refundDue: '1815.00', refundDays: 14, debt: '0.00' } as const;
const UNDECIDED = { received: '500.00', refund: 'to-be-decided', refundDue: '0.00', refundDays: 14, debt: '0.00' } as const;
const RETAINED = { received: '1815.00', refund: 'retained', refundDue: '0.00', refundDays: 14, debt: '0.00' } as const;
const DEBT = { received: '500.00', refund: 'to-be-decided', refundDue: '0.00', refundDays: 14, debt: '1315.00' } as const;

const offer = (label: string): Fields<'N-OFFER'> => ({
  issuedOn: '2025-03-10',
  windowDays: 30,
  windowLastDay: '2025-04-09',
  answerDays: 14,
  warningDays: 10,
  withdrawalDays: 14,
  fee: documents.FEE,
  lines: [{ label, amount: '3000.00', customerShare: '1500.00', operatorShare: '1500.00' }],
  advanceGross: '1815.00',
  paidInAdvance: true,
  instalments: 0,
  paymentDueOn: '2025-04-09',
  termOn: '2025-09-30',
  worksBeforeFullPayment: false,
  termsVersion: '2018-01-01',
});

const invoice = {
  number: '20250000017',
  issuedOn: '2025-03-10',
  dueOn: '2025-04-09',
  buyer: ANNA,
  net: '1500.00',
  vatRate: '0.21',
  vat: '315.00',
  gross: '1815.00',
  reference: 'RF6920250000017',
} as const;

const ended: Omit<Fields<'N-END'>, 'reason' | 'clause' | 'by'> = {
  on: '2025-03-10',
  facts: null,
  reasons: null,
  agreement: null,
  dueOn: '2025-03-07',
  termOn: '2025-09-30',
  remedyBy: null,
  forceMajeureSince: null,
  worksStarted: false,
  completed: false,
  settlement: NOTHING_PAID,
};

export function samplesIn(language: Language): Samples {
  const t = (lv: string, en: string): string => (language === 'lv' ? lv : en);
  const loadUnit = t('Slodzes vienības izbūves izmaksas', 'Load-unit construction');
  const byRight = {
    facts: t('Apsekošanas akts Nr. 14: vads šķērso kaimiņa ēku, kaimiņš piekļuvi atsaka.', 'Survey report No 14: the line crosses a neighbour’s building, and the neighbour refuses access.'),
    reasons: t('Citas trases nav, vienošanās divu mēnešu laikā nav panākta.', 'There is no other route, and no agreement was reached in two months.'),
  };
  return {
    'N-RECEIPT': [
      { shows: 'new', letter: { receivedOn: '2025-03-10', purpose: 'new', parameters: documents.SMALL, temporary: false, offerDays: 20, offerDaysAfterDesign: 30, offerLastDay: '2025-03-30' } },
      { shows: 'large', head: TO_A_FIRM, letter: { receivedOn: '2025-03-10', purpose: 'load-increase', parameters: documents.LARGE, temporary: false, offerDays: 20, offerDaysAfterDesign: 30, offerLastDay: '2025-03-30' } },
      { shows: 'temporary', letter: { receivedOn: '2025-03-10', purpose: 'restore', parameters: documents.SMALL, temporary: true, offerDays: 20, offerDaysAfterDesign: 30, offerLastDay: '2025-03-30' } },
    ],
    'N-MISSING': [
      { shows: 'documents', letter: { newOwner: false, missing: [t('zemesgrāmatas izraksts vai cits īpašuma tiesības apliecinošs dokuments', 'an extract from the land register or another proof of ownership'), t('objekta situācijas plāns', 'a plan of the site')], offerLastDay: '2025-03-30' } },
      { shows: 'new-owner', letter: { newOwner: true, missing: [], offerLastDay: null } },
    ],
    'N-TECH': [
      { shows: 'customer', letter: { designBy: 'customer', contractorChosenBy: 'customer', reasons: t('Līdz tuvākajai līnijai ir 180 m, trase šķērso ielu.', 'The nearest line is 180 m away and the route crosses a street.'), parameters: documents.SMALL, offerDaysAfterDesign: 30 } },
      { shows: 'operator', letter: { designBy: 'operator', contractorChosenBy: null, reasons: null, parameters: documents.LARGE, offerDaysAfterDesign: 30 } },
      { shows: 'contractor', letter: { designBy: null, contractorChosenBy: 'operator', reasons: null, parameters: documents.SMALL, offerDaysAfterDesign: 30 } },
    ],
    'N-OFFER': [
      { shows: 'household', letter: offer(loadUnit), enclosures: OFFER_ENCLOSURES(language) },
      {
        shows: 'firm',
        head: TO_A_FIRM,
        letter: { ...offer(t('Būvdarbu izmaksas', 'Construction')), fee: documents.LARGE_FEE, advanceGross: '10000.00', paidInAdvance: false, instalments: 2, worksBeforeFullPayment: true },
        enclosures: FIRM_ENCLOSURES(language),
      },
      { shows: 'again', head: AGAIN, letter: { ...offer(loadUnit), windowLastDay: '2025-04-18' }, enclosures: OFFER_ENCLOSURES(language) },
    ],
    'N-ADVINV': [
      { shows: 'whole', letter: { ...invoice, lines: [{ what: 'share', net: '1500.00' }], concludes: true, wholeShare: true, deferred: false, replaces: [] } },
      { shows: 'replaced', letter: { ...invoice, number: '20250000043', reference: 'RF5920250000043', lines: [{ what: 'share', net: '1500.00' }], concludes: false, wholeShare: true, deferred: false, replaces: ['20250000017'] }, enclosures: CREDIT_NOTE },
      {
        shows: 'part',
        head: TO_A_FIRM,
        letter: { ...invoice, buyer: PARAUGS, lines: [{ what: 'part-of-share', net: '500.00' }, { what: 'reverse-charge', net: '9000.00' }], net: '9500.00', vat: '105.00', gross: '9605.00', concludes: false, wholeShare: false, deferred: true, replaces: [] },
      },
      { shows: 'nothing', letter: { ...invoice, lines: [{ what: 'share', net: '0.00' }], net: '0.00', vat: '0.00', gross: '0.00', concludes: false, wholeShare: false, deferred: false, replaces: [] } },
    ],
    'N-OBJREJ': [
      {
        shows: 'window-open',
        letter: {
          objection: { on: '2025-03-03', reasons: [t('Maksa ir pārāk liela. Kaimiņam tā bija divreiz mazāka.', 'The fee is too high. My neighbour paid half of it.')] },
          reasons: t('Maksa aprēķināta pēc spēkā esošās slodzes vienības cenas.\nKaimiņa pieslēgums bija ar 16 A, Jūsu – ar 25 A.', 'The fee follows the load-unit price in force.\nYour neighbour’s connection was of 16 A, yours is of 25 A.'),
          windowLastDay: '2025-03-24',
          windowIsOpen: true,
          hasAccepted: false,
          warningDays: 10,
        },
      },
      { shows: 'window-over', letter: { objection: { on: '2025-03-03', reasons: [t('Termiņš ir par garu.', 'The term is too long.')] }, reasons: t('Būvdarbu sezona sākas maijā.', 'The building season begins in May.'), windowLastDay: '2025-03-07', windowIsOpen: false, hasAccepted: false, warningDays: 10 } },
      { shows: 'accepted', letter: { objection: { on: '2025-03-03', reasons: [t('Termiņš ir par garu.', 'The term is too long.')] }, reasons: t('Būvdarbu sezona sākas maijā.', 'The building season begins in May.'), windowLastDay: '2025-03-07', windowIsOpen: false, hasAccepted: true, warningDays: 10 } },
    ],
    'N-REVOFFER': [
      {
        shows: 'founded',
        letter: {
          ...offer(loadUnit),
          objection: { on: '2025-02-27', reasons: [t('Piederības robeža ir kaimiņa zemē.', 'The boundary lies on a neighbour’s land.')] },
          changes: [
            { what: 'share', before: '2420.00', after: '1815.00' },
            { what: 'advance', before: '1000.00', after: '1815.00' },
            { what: 'term', before: '2025-10-31', after: '2025-09-30' },
            { what: 'dueDate', before: '2025-03-31', after: '2025-04-09' },
            { what: 'boundary', before: t('kaimiņa žogs', 'the neighbour’s fence'), after: t('zemes gabala robeža pie vārtiņiem', 'the plot’s boundary beside the gate') },
          ],
        },
        enclosures: OFFER_ENCLOSURES(language),
      },
      { shows: 'price-lapsed', letter: { ...offer(loadUnit), objection: null, changes: [] }, enclosures: OFFER_ENCLOSURES(language) },
    ],
    'N-ANNWARN': [
      { shows: 'nothing-paid', letter: { issuedOn: '2025-02-07', windowLastDay: '2025-03-09', warningDays: 10, earliestDay: '2025-03-21', received: '0.00', outstanding: '1815.00', payment: PAYMENT } },
      { shows: 'again', head: AGAIN, letter: { issuedOn: '2025-02-07', windowLastDay: '2025-03-09', warningDays: 10, earliestDay: '2025-03-30', received: '500.00', outstanding: '1315.00', payment: null } },
    ],
    'N-ANN': [
      { shows: 'by-clock', letter: { tells: 'annulled', on: '2025-03-10', byClock: true, reasons: null, warnedOn: '2025-02-26', windowLastDay: '2025-02-25', refund: '0.00', refundDays: 14 }, enclosures: CREDIT_NOTE },
      { shows: 'by-staff', letter: { tells: 'annulled', on: '2025-03-10', byClock: false, reasons: t('Klients pa tālruni apstiprināja, ka pieslēgums nav vajadzīgs.', 'The customer confirmed on the phone that the connection is not needed.'), warnedOn: '2025-02-26', windowLastDay: '2025-02-25', refund: '500.00', refundDays: 14 } },
      { shows: 'late-money', letter: { tells: 'late-money', annulledOn: '2025-03-03', amount: '1815.00', receivedOn: '2025-03-10', receivedBefore: false, refund: '1815.00', refundDays: 14 } },
      { shows: 'money-before', letter: { tells: 'late-money', annulledOn: '2025-03-10', amount: '1815.00', receivedOn: '2025-03-07', receivedBefore: true, refund: '1815.00', refundDays: 14 } },
    ],
    'N-INFORCE': [
      { shows: 'by-payment', letter: { on: '2025-03-10', by: 'payment', byOtherPayer: true, withdrawalDays: 14, withdrawalLastDay: '2025-03-24', shareGross: '1815.00', outstanding: '0.00', deferred: false, paymentDueOn: '2025-04-09', dueDateMoved: false, worksBeforeFullPayment: false, worksInWithdrawalPeriod: false, termOn: '2025-09-30', termsVersion: '2018-01-01' }, enclosures: [{ document: 'refusal-form', fields: documents.refusalFormInForce }] },
      { shows: 'by-signatures', head: TO_A_FIRM, letter: { on: '2025-03-10', by: 'signatures', byOtherPayer: false, withdrawalDays: 14, withdrawalLastDay: '2025-03-24', shareGross: '1815.00', outstanding: '1815.00', deferred: false, paymentDueOn: '2025-04-19', dueDateMoved: true, worksBeforeFullPayment: true, worksInWithdrawalPeriod: true, termOn: '2025-09-30', termsVersion: '2018-01-01' }, enclosures: [{ document: 'refusal-form', fields: { ...documents.refusalFormInForce, customer: PARAUGS } }] },
      { shows: 'deferred', letter: { on: '2025-03-10', by: 'signatures', byOtherPayer: false, withdrawalDays: 14, withdrawalLastDay: '2025-03-24', shareGross: '51243.50', outstanding: '51243.50', deferred: true, paymentDueOn: '2025-04-19', dueDateMoved: false, worksBeforeFullPayment: true, worksInWithdrawalPeriod: false, termOn: '2025-09-30', termsVersion: '2018-01-01' }, enclosures: [{ document: 'refusal-form', fields: documents.refusalFormInForce }] },
    ],
    'N-SUSP-1': [{ shows: 'flaws', letter: { from: '2025-03-10', remedyBy: '2025-04-14', flaws: [t('3. lapā nav norādīts kabeļa šķērsgriezums.', 'Sheet 3 lacks the cross-section of the cable.'), t('Trase šķērso gāzesvadu bez saskaņojuma.', 'The route crosses a gas pipe without approval.')], termOn: '2025-09-30' } }],
    'N-SUSP-2': [
      { shows: 'design', letter: { from: '2025-03-10', remedyBy: '2025-04-14', works: [t('Pārvietot žogu ielas pusē par 1 m.', 'Move the fence on the street side by 1 m.'), t('Izlīdzināt zemi trases joslā.', 'Level the ground along the route.')], source: 'design', termOn: '2025-09-30' } },
      { shows: 'requirements', letter: { from: '2025-03-10', remedyBy: '2025-04-14', works: [t('Izbūvēt lietusūdens noteku.', 'Build the storm drain.')], source: 'TP', termOn: '2025-09-30' } },
      { shows: 'rules', letter: { from: '2025-03-10', remedyBy: '2025-04-14', works: [t('Izbūvēt lietusūdens noteku.', 'Build the storm drain.')], source: 'TR', termOn: '2025-09-30' } },
      { shows: 'unnamed', letter: { from: '2025-03-10', remedyBy: '2025-04-14', works: [t('Izbūvēt lietusūdens noteku.', 'Build the storm drain.')], source: null, termOn: '2025-09-30' } },
    ],
    'N-SUSP-3': [
      { shows: 'operator', letter: { by: 'operator', conditions: t('Grunts ir sasalusi dziļāk par 80 cm.', 'The ground is frozen deeper than 80 cm.'), from: '2025-03-07', likelyEndOn: '2025-03-28', countsFrom: '2025-03-07', moreThanDays: 5, termOn: '2025-09-30' } },
      { shows: 'customer', letter: { by: 'customer', conditions: t('Pali: objektam nevar piebraukt.', 'Floods: the object cannot be reached.'), from: '2025-03-01', likelyEndOn: '2025-03-28', countsFrom: '2025-03-10', moreThanDays: 5, termOn: '2025-09-30' } },
    ],
    'N-SUSP-4': [
      { shows: 'until', letter: { municipality: t('Ādažu novada pašvaldība', 'Ādaži municipality'), regulation: t('Saistošie noteikumi Nr. 12/2024, 5. punkts', 'Binding regulations No 12/2024, point 5'), from: '2025-11-15', likelyEndOn: '2026-04-01', termOn: '2026-03-31' } },
      { shows: 'open', letter: { municipality: t('Ādažu novada pašvaldība', 'Ādaži municipality'), regulation: t('Saistošie noteikumi Nr. 12/2024', 'Binding regulations No 12/2024'), from: '2025-11-15', likelyEndOn: null, termOn: '2026-03-31' } },
    ],
    'N-RESUME': [
      {
        shows: 'all-reasons',
        letter: {
          reason: 'adverse-conditions',
          on: '2025-07-01',
          intervals: [
            { reason: 'design-flaws', from: '2025-04-01', to: '2025-04-11' },
            { reason: 'preparatory-works', from: '2025-05-02', to: '2025-05-12' },
            { reason: 'adverse-conditions', from: '2025-06-01', to: '2025-07-01' },
            { reason: 'digging-ban', from: '2025-06-11', to: '2025-06-21' },
          ],
          agreedTermOn: '2025-09-30',
          suspendedDays: 51,
          termOn: '2025-11-20',
        },
      },
    ],
    'N-FM': [
      { shows: 'operator', letter: { by: 'operator', event: t('Vētra 9. martā sagrāva apakšstaciju „Ādaži”.', 'The storm of 9 March destroyed the substation Ādaži.'), startedOn: '2025-03-09', likelyEndOn: '2025-05-31', months: 1, endsOn: '2025-04-10', termOn: '2025-09-30' } },
      { shows: 'customer', letter: { by: 'customer', event: t('Plūdi applūdinājuši objektu.', 'The object is flooded.'), startedOn: '2025-03-09', likelyEndOn: '2025-03-31', months: 1, endsOn: null, termOn: '2025-09-30' } },
    ],
    'N-COMPL': [
      { shows: 'paid', letter: { completedOn: '2025-09-01', termOn: '2025-09-30', termHasPassed: false, extensionOffered: false, replacesOldInstallation: false, connectionDays: 10, outstanding: '0.00', withheldWhileUnpaid: true, invoice: { number: '20250000091', gross: '0.00', dueOn: '2025-09-21' } }, enclosures: [{ document: 'readiness-form', fields: documents.readinessForm }] },
      { shows: 'little-time', letter: { completedOn: '2025-09-25', termOn: '2025-09-30', termHasPassed: false, extensionOffered: true, replacesOldInstallation: true, connectionDays: 30, outstanding: '815.00', withheldWhileUnpaid: true, invoice: { number: '20250000091', gross: '815.00', dueOn: '2025-10-15' } }, enclosures: [{ document: 'readiness-form', fields: documents.readinessForm }] },
      { shows: 'late', letter: { completedOn: '2025-10-10', termOn: '2025-09-30', termHasPassed: true, extensionOffered: true, replacesOldInstallation: false, connectionDays: 10, outstanding: '0.00', withheldWhileUnpaid: false, invoice: { number: '20250000091', gross: '0.00', dueOn: '2025-10-30' } }, enclosures: [{ document: 'readiness-form', fields: documents.readinessForm }] },
    ],
    'N-FINALINV': [
      { shows: 'rest', letter: { ...invoice, number: '20250000091', issuedOn: '2025-09-01', dueOn: '2025-09-21', reference: 'RF3720250000091', lines: [{ what: 'share', net: '1500.00' }], net: '673.55', vat: '141.45', gross: '815.00', shareNet: '1500.00', totalVat: '315.00', totalGross: '1815.00', advances: [{ on: '2025-03-20', gross: '500.00' }, { on: '2025-04-02', gross: '500.00' }], advanceTotal: '1000.00', overpaid: '0.00' } },
      { shows: 'settled', letter: { ...invoice, number: '20250000091', issuedOn: '2025-09-01', dueOn: '2025-09-21', reference: 'RF3720250000091', lines: [{ what: 'share', net: '1500.00' }], net: '0.00', vat: '0.00', gross: '0.00', shareNet: '1500.00', totalVat: '315.00', totalGross: '1815.00', advances: [{ on: '2025-03-20', gross: '1900.00' }], advanceTotal: '1900.00', overpaid: '85.00' } },
      { shows: 'reverse-charge', head: TO_A_FIRM, letter: { ...invoice, buyer: PARAUGS, number: '20250000092', issuedOn: '2025-09-01', dueOn: '2025-09-21', reference: 'RF1020250000092', lines: [{ what: 'share', net: '2350.00' }, { what: 'reverse-charge', net: '40000.00' }], net: '32620.00', vat: '380.00', gross: '33000.00', shareNet: '42350.00', totalVat: '493.50', totalGross: '42843.50', advances: [{ on: '2025-03-20', gross: '9843.50' }], advanceTotal: '9843.50', overpaid: '0.00' } },
    ],
    'N-CONN': [
      { shows: 'trading', letter: { on: '2025-09-09', supplyMode: 'trading', meter: '1234567', oldSupplyRemains: false } },
      { shows: 'last-guaranteed', letter: { on: '2025-09-09', supplyMode: 'PGP', meter: null, oldSupplyRemains: true } },
    ],
    'N-CUTOLD': [{ shows: 'cut', letter: { on: '2025-09-12' } }],
    'N-NOTREADY': [
      { shows: 'term-runs', letter: { findings: t('Nav ierīkota ievada sadalne.\nNav mērījumu protokola.', 'There is no incoming cabinet.\nThere is no record of measurements.'), termOn: '2025-09-30', termHasPassed: false } },
      { shows: 'term-over', letter: { findings: t('Nav ierīkota ievada sadalne.', 'There is no incoming cabinet.'), termOn: '2025-02-28', termHasPassed: true } },
    ],
    'N-DEBTWARN': [
      { shows: 'invoice', letter: { outstanding: '1815.00', dueOn: '2025-01-31', daysOverdue: 38, debtDays: 60, handOverFrom: '2025-04-02', payment: PAYMENT } },
      { shows: 'no-invoice', head: AGAIN, letter: { outstanding: '1315.00', dueOn: '2025-01-31', daysOverdue: 41, debtDays: 60, handOverFrom: '2025-04-02', payment: null } },
    ],
    'N-END': [
      { shows: 'non-payment', letter: { ...ended, reason: 'nonPayment', clause: 'II.14.3.2', by: 'clause', settlement: UNDECIDED }, enclosures: CREDIT_NOTE },
      { shows: 'non-payment-works', letter: { ...ended, reason: 'nonPayment', clause: 'II.14.3.2', by: 'operator', worksStarted: true, settlement: DEBT, ...byRight } },
      { shows: 'unremedied', letter: { ...ended, reason: 'unremedied', clause: 'II.13.2', by: 'operator', remedyBy: '2025-03-07', worksStarted: true, settlement: RETAINED, ...byRight } },
      { shows: 'design', letter: { ...ended, reason: 'design', clause: 'II.14.3.6', by: 'operator', settlement: UNDECIDED, ...byRight } },
      { shows: 'scope', letter: { ...ended, reason: 'scope', clause: 'II.14.3.4', by: 'operator', settlement: UNDECIDED, ...byRight } },
      { shows: 'third-party', letter: { ...ended, reason: 'thirdParty', clause: 'II.14.3.5', by: 'operator', settlement: UNDECIDED, ...byRight } },
      { shows: 'misled', letter: { ...ended, reason: 'misled', clause: 'II.14.3.1', by: 'operator', settlement: UNDECIDED, ...byRight } },
      { shows: 'common-project', letter: { ...ended, reason: 'commonProject', clause: 'II.14.3.3', by: 'operator', settlement: UNDECIDED, ...byRight } },
      { shows: 'not-installed', letter: { ...ended, reason: 'notInstalled', clause: 'II.14.3.7', by: 'operator', completed: true, worksStarted: true, settlement: DEBT, ...byRight } },
      { shows: 'not-ready', letter: { ...ended, reason: 'notReady', clause: 'II.4.6', by: 'clause', termOn: '2025-03-09', completed: true, worksStarted: true, settlement: UNDECIDED } },
      { shows: 'owner-change', letter: { ...ended, reason: 'ownerChange', clause: 'II.4.3', by: 'clause', settlement: UNDECIDED } },
      { shows: 'force-majeure', letter: { ...ended, reason: 'forceMajeure', clause: 'II.14.2.3', by: 'clause', forceMajeureSince: '2025-02-09', worksStarted: true, settlement: UNDECIDED } },
      { shows: 'mutual', letter: { ...ended, reason: 'mutual', clause: 'II.14.1', by: 'both', agreement: t('Klients pārdomāja; Operators atmaksā avansu pilnībā.', 'The customer has changed plans; the operator refunds the advance in full.'), settlement: UNDECIDED } },
    ],
    'N-CONF': [
      { shows: 'withdrawal', letter: { of: 'withdrawal', on: '2025-03-10', dispatchedOn: '2025-03-07', settlement: REFUND }, enclosures: CREDIT_NOTE },
      { shows: 'withdrawal-firm', head: TO_A_FIRM, letter: { of: 'withdrawal', on: '2025-03-10', dispatchedOn: null, settlement: NOTHING_PAID } },
      { shows: 'exit', letter: { of: 'exit', on: '2025-03-10', dispatchedOn: null, settlement: UNDECIDED } },
      { shows: 'application', letter: { of: 'application', on: '2025-03-10', dispatchedOn: null, settlement: NOTHING_PAID } },
    ],
    'N-COMPLAINT': [
      { shows: 'answer', letter: { filedOn: '2025-02-28', answer: t('Skaitītāju uzstādām pieslēgšanas dienā. Tas ir bez maksas.', 'We install the meter on the day of connecting. It is free of charge.'), lateObjection: false, answerBy: null } },
      { shows: 'late-objection', letter: { filedOn: '2025-02-28', answer: t('Cenu mainīt nevaram.', 'We cannot change the price.'), lateObjection: true, answerBy: null } },
      { shows: 'extra-checks', letter: { filedOn: '2025-02-28', answer: t('Sprieguma kvalitāti mērīsim septiņas dienas.', 'We will measure the quality of the voltage for seven days.'), lateObjection: false, answerBy: '2025-03-30' } },
    ],
    'N-BREACH': [
      { shows: 'advice', letter: { discoveredOn: '2025-03-10', happened: t('Jūsu līguma kopija nosūtīta uz nepareizu e-pasta adresi.', 'A copy of your contract was sent to a wrong e-mail address.'), data: [t('vārds, uzvārds, adrese', 'name and address'), t('pieslēguma maksa', 'connection fee')], measures: t('Saņēmējs apstiprinājis, ka vēstuli ir dzēsis.', 'The recipient confirmed that the message was deleted.'), advice: t('Neatbildiet uz vēstulēm, kurās prasa Jūsu datus.', 'Do not answer messages that ask for your data.') } },
      { shows: 'no-advice', head: TO_A_FIRM, letter: { discoveredOn: '2025-03-10', happened: t('Nozaudēta mape ar dokumentiem.', 'A folder of documents was lost.'), data: [t('līguma I daļa', 'Part I of the contract')], measures: t('Mape ir atrasta.', 'The folder has been found.'), advice: null } },
    ],
    'N-GTC': [
      { shows: 'law', letter: { version: '2025-05-01', publishedOn: '2025-03-10', effectiveOn: '2025-05-01', ground: 'law', exemption: null, changes: [t('8.4. punkts: ziņojam arī Klientu portālā.', 'Clause 8.4: we also tell you in the customer portal.')], ownVersion: '2018-01-01' } },
      { shows: 'authority', letter: { version: '2025-04-01', publishedOn: '2025-03-10', effectiveOn: '2025-04-01', ground: 'authority', exemption: 'authority-instruction', changes: [t('2. punkts precizēts.', 'Clause 2 is made precise.')], ownVersion: null } },
      { shows: 'technical', letter: { version: '2025-04-01', publishedOn: '2025-03-10', effectiveOn: '2025-04-01', ground: 'technical', exemption: 'technical-correction', changes: [t('14.2.3. punktā labota atsauce.', 'A reference in clause 14.2.3 is corrected.')], ownVersion: null } },
      { shows: 'favours', letter: { version: '2025-04-01', publishedOn: '2025-03-10', effectiveOn: '2025-04-01', ground: 'law', exemption: 'favours-customer', changes: [t('Garāks iebildumu termiņš.', 'A longer objection window.')], ownVersion: null } },
      { shows: 'law-change', letter: { version: '2025-04-01', publishedOn: '2025-03-10', effectiveOn: '2025-04-01', ground: 'law', exemption: 'law-change', changes: [t('Jaunas noteikumu atsauces.', 'New references.')], ownVersion: null } },
    ],
    'N-GDPR': (['access', 'rectification', 'erasure', 'restriction', 'objection', 'portability', 'human-review'] as const).map((right, i) => ({
      shows: right,
      letter: {
        requestedOn: '2025-02-20',
        right,
        outcome: (['granted', 'partly', 'refused'] as const)[i % 3]!,
        answer: t('Datu kopija ir Klientu portālā.', 'A copy of the data is in the customer portal.'),
        reasons: i % 3 === 0 ? null : t('Līguma dati jāglabā desmit gadus.', 'Contract data are kept for ten years.'),
      },
    })),
  };
}
