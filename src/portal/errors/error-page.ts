import type { Fault } from '../../http/fault.ts';
import { STATUS_OF } from '../../http/problem.ts';
import { Refusal } from '../../law/refusal.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';

/** What happened, under which clause, and what to do now. */
export interface ErrorPage extends Page {
  readonly status: number;
  readonly detail: string;
  readonly clause: string | null;
  readonly allowedFrom: string | null;
  readonly wrong: readonly { readonly text: string }[];
  readonly advice: string;
  readonly ways: readonly { readonly label: string; readonly href: string }[];
  /** Named when the fault is ours, so that it can be found in the log. */
  readonly requestId: string | null;
}

const KNOWN = [400, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503] as const;
type Known = (typeof KNOWN)[number];

const knownStatus = (status: number): Known =>
  KNOWN.find((one) => one === status) ?? (status >= 500 ? 500 : 400);

export const statusOf = (error: Refusal | Fault): number =>
  error instanceof Refusal ? STATUS_OF[error.kind] : error.status;

export function errorPage(view: View, error: Refusal | Fault, requestId: string): ErrorPage {
  const { t, formats } = view;
  const status = statusOf(error);
  const key = knownStatus(status);
  const told = (part: 'title' | 'advice'): string => t(`error.e${key}.${part}`);
  const refusal = error instanceof Refusal ? error : null;
  return {
    title: told('title'),
    frame: { ownHeading: true },
    status,
    detail: detailOf(view, error, key),
    clause: view.clause(refusal?.clause),
    allowedFrom: refusal?.allowedFrom
      ? t('form.allowedFrom', { day: formats.shortDate(refusal.allowedFrom.toString()) })
      : null,
    wrong: (refusal?.errors ?? []).map(({ field, message }) => ({
      text: `${field}: ${message[view.language]}`,
    })),
    advice: told('advice'),
    ways: waysOn(view, status),
    requestId: status >= 500 ? requestId : null,
  };
}

/** What programs are told about paths and encodings means nothing to people. */
function detailOf(view: View, error: Refusal | Fault, key: Known): string {
  const isForPeople = error instanceof Refusal || error.code.startsWith('form.') || key === 503;
  return isForPeople ? error.detail[view.language] : view.t(`error.e${key}.detail`);
}

/** A part of a case, of which the address names the case. */
const WITHIN_CASE = /^(\/cases\/[0-9a-f-]{36})\//;

const waysOn = (view: View, status: number) => [
  ...caseOf(view, status),
  { label: view.t('error.toStart'), href: '/' },
  ...(view.caller ? [] : [{ label: view.t('frame.signIn'), href: '/sign-in' }]),
];

/** What is not possible now is told by the case itself. */
function caseOf({ path, t }: View, status: number): { label: string; href: string }[] {
  const href = status === 409 ? WITHIN_CASE.exec(path)?.[1] : undefined;
  return href ? [{ label: t('error.toCase'), href }] : [];
}
