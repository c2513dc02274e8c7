import type { CaseRow } from '../../../db/rows.ts';
import { identificationOf } from '../../../workflows/identification.ts';
import type { CaseState } from '../../../workflows/step.ts';
import type { Language } from '../../law/words.ts';
import type { Caller } from '../caller.ts';
import type { Moment } from '../happened.ts';
import { relationTo } from '../may/relation.ts';
import type { CaseView } from './shown.ts';
import { caseView, type Shown, shownRow } from './view.ts';

/** A case as its reader may see it: whole for the party and those who act for it, by role for staff. Whoever filed for
 *  somebody else sees what it entered, until the party has proven itself, and how the case stands (D-19). */
export function viewFor(
  caller: Caller,
  row: CaseRow,
  moment: Moment,
  language: Language,
  shown: Shown = shownRow(row),
): CaseView {
  const view = caseView(shown, moment, caller.roles, language);
  const now = { at: moment.at, timeZone: moment.law.operator.timeZone };
  return relationTo(caller, row, now).as === 'filer' ? asFiled(view, shown.state) : view;
}

const NOTHING_TOLD = {
  customerShareGross: '0.00',
  received: '0.00',
  outstanding: '0.00',
  refundDue: '0.00',
} as const;

export function asFiled(view: CaseView, { facts }: CaseState): CaseView {
  const { customer, ...technical } = facts.application;
  const { id, number, version, status, regions, awaits, deadlines, actions, dates, ending } = view;
  return {
    id,
    number,
    version,
    status,
    regions,
    awaits,
    deadlines,
    actions,
    dates,
    ending,
    fee: null,
    money: { ...NOTHING_TOLD },
    supplyMode: view.supplyMode,
    termsVersion: view.termsVersion,
    identifiedAs: view.identifiedAs,
    application:
      identificationOf(facts) === null ? { ...technical, ...(customer ? { customer } : {}) } : technical,
    missing: view.missing,
    offer: null,
    suspension: { days: 0, intervals: [] },
    signatures: {},
    consents: {},
    holds: { annulment: null, ending: null },
    refund: null,
    projectId: null,
    flags: [],
  };
}
