import type { Clause } from '../clauses.ts';
import type { IsoDay } from '../days.ts';
import type { Words } from '../words.ts';

/** The parameters that a version of the general terms (Part II) fixes, each with its clause in {@link TERMS_CLAUSES}. */
export interface TermsParameters {
  offerDays: number;
  offerDaysAfterDesign: number;
  objectionDays: number;
  objectionAnswerDays: number;
  annulmentWarningDays: number;
  withdrawalDays: number;
  connectionDays: number;
  connectionDaysReplacing: number;
  adverseConditionsDays: number;
  adverseConditionsNoticeDays: number;
  forceMajeureNoticeDays: number;
  forceMajeureMonths: number;
  debtDelayDays: number;
  complaintDays: number;
  complaintDaysExtraChecks: number;
  postDays: number;
  publicationDays: number;
  smallConnectionAmpere: number;
  smallConnectionVolt: number;
  loadUnitDistanceM: number;
  smallCustomerShare: string;
  largeCustomerShare: string;
  deferralMonths: number;
  deferralAboveAmpere: number;
  deferralVoltFrom: number;
  deferralVoltTo: number;
  technicalRulesIssuedUntil: IsoDay;
}

export type TermsParameter = keyof TermsParameters;

interface ParameterOfTerms {
  readonly clause: Clause;
  readonly unit: string;
  readonly label: Words;
}

const p = (clause: Clause, unit: string, lv: string, en: string): ParameterOfTerms => ({
  clause,
  unit,
  label: { lv, en },
});

/** Clause, unit and meaning of each parameter; the value belongs to the version. */
// biome-ignore format: a table reads best with one row a line
export const TERMS_CLAUSES: Readonly<Record<TermsParameter, ParameterOfTerms>> = {
  offerDays: p('II.11.1.1', 'days', 'piedāvājuma termiņš', 'time for the offer'),
  offerDaysAfterDesign: p('II.11.1.2', 'days', 'piedāvājuma termiņš pēc projekta vai būvnieka', 'time for the offer after design or contractor'),
  objectionDays: p('II.11.2', 'days', 'iebildumu termiņš', 'objection window'),
  objectionAnswerDays: p('II.11.2', 'days', 'atbilde uz iebildumiem', 'answer to objections'),
  annulmentWarningDays: p('II.11.3', 'complete days', 'brīdinājums pirms anulēšanas', 'warning before annulment'),
  withdrawalDays: p('II.15', 'days', 'atteikuma tiesības', 'right of withdrawal'),
  connectionDays: p('II.4.1', 'days', 'pieslēgšana', 'connecting'),
  connectionDaysReplacing: p('II.4.2', 'days', 'slodzes pārslēgšana', 'switching the load over'),
  adverseConditionsDays: p('II.13.1.3', 'days', 'nelabvēlīgi apstākļi ilgāk par', 'adverse conditions longer than'),
  adverseConditionsNoticeDays: p('II.13.1.3', 'days', 'paziņojums par apstākļiem', 'notice of the conditions'),
  forceMajeureNoticeDays: p('II.17.2', 'days', 'paziņojums par nepārvaramu varu', 'notice of force majeure'),
  forceMajeureMonths: p('II.14.2.3', 'months', 'nepārvarama vara ilgāk par', 'force majeure longer than'),
  debtDelayDays: p('II.10.5', 'complete days', 'kavējums pirms parāda nodošanas', 'delay before the debt is handed over'),
  complaintDays: p('II.16.5', 'days', 'atbilde uz iesniegumu', 'answer to a complaint'),
  complaintDaysExtraChecks: p('II.16.5', 'days', 'atbilde ar papildu pārbaudi', 'answer with extra checks'),
  postDays: p('II.16.4.1', 'days', 'pasta sūtījuma saņemšana', 'receipt of post'),
  publicationDays: p('II.1.5', 'complete days', 'grozījumu publicēšana', 'publication of amendments'),
  smallConnectionAmpere: p('II.def.split', 'A', 'mazā pieslēguma strāva', 'current of a small connection'),
  smallConnectionVolt: p('II.def.split', 'V', 'mazā pieslēguma spriegums', 'voltage of a small connection'),
  loadUnitDistanceM: p('II.def.fee-1/8.3', 'm', 'attālums līdz zemsprieguma līnijai', 'distance to the low-voltage line'),
  smallCustomerShare: p('II.def.split', 'ratio', 'klienta daļa mazam pieslēgumam', 'customer share of a small connection'),
  largeCustomerShare: p('II.def.split', 'ratio', 'klienta daļa pārējiem', 'customer share of any other connection'),
  deferralMonths: p('II.def.fee-1/7', 'months', 'atliktā maksājuma ilgums', 'length of a deferral'),
  deferralAboveAmpere: p('II.def.fee-1/7', 'A', 'atliktais maksājums virs', 'deferral above'),
  deferralVoltFrom: p('II.def.fee-1/7', 'V', 'atliktā maksājuma spriegums no', 'deferral voltage from'),
  deferralVoltTo: p('II.def.fee-1/7', 'V', 'atliktā maksājuma spriegums līdz', 'deferral voltage to'),
  technicalRulesIssuedUntil: p('II.1.8', 'date', 'tehniskie noteikumi izsniegti līdz', 'technical rules issued up to'),
};

/** Ground of an amendment of Part II (II.1.4) and why it may take effect earlier than 30 days (II.1.6). */
export type AmendmentGround = 'law' | 'authority' | 'technical';
export type PublicationExemption =
  | 'favours-customer'
  | 'technical-correction'
  | 'law-change'
  | 'authority-instruction';

/** A version of Part II: pinned to a contract when it is concluded (II.1.7). */
export interface TermsVersion {
  readonly version: string;
  readonly publishedOn: IsoDay;
  readonly effectiveOn: IsoDay;
  readonly ground: AmendmentGround;
  readonly exemption?: PublicationExemption;
  readonly source: string;
  /** The operator's own text of it, as a stored file. */
  readonly documentId?: string;
  readonly parameters: Readonly<TermsParameters>;
}

/** The name of the stored text of a version: the one that its proposal named, or one that was kept for it later. A stored
 *  document is never changed, so a version leads to the same bytes for ever. */
export const termsTextId = ({ version, documentId }: Pick<TermsVersion, 'version' | 'documentId'>): string =>
  documentId ?? `terms-${version}`;

/** Part I stands above Part II (II.1.1): a parameter agreed for one contract, with the reason for it. */
interface PartOneOverride {
  readonly value: number | string;
  readonly reason: string;
}
export type PartOneOverrides = Readonly<Partial<Record<TermsParameter, PartOneOverride>>>;

/** Which figure a result rests on: its clause, and whether Part I overrode Part II. */
export interface UsedParameter {
  readonly name: string;
  readonly value: number | string | boolean;
  readonly clause: Clause;
  readonly source: string;
}

/** The terms as they bind one contract. */
export interface EffectiveTerms extends Readonly<TermsParameters> {
  readonly version: string;
  used(name: TermsParameter): UsedParameter;
}

export function effectiveTerms(version: TermsVersion, overrides: PartOneOverrides = {}): EffectiveTerms {
  const agreed = Object.fromEntries(Object.entries(overrides).map(([name, { value }]) => [name, value]));
  const parameters = { ...version.parameters, ...agreed } as TermsParameters;
  return {
    ...parameters,
    version: version.version,
    used: (name) => ({
      name,
      value: parameters[name],
      clause: TERMS_CLAUSES[name].clause,
      source: overrides[name] ? `Part I (II.1.1): ${overrides[name].reason}` : `Part II, ${version.version}`,
    }),
  };
}
