import type { Draft } from '../../../workflows/application.ts';
import type { CaseView } from '../../casework/show/shown.ts';
import { row, type SummaryList, type SummaryRow, summaryList } from '../components/summary-list.ts';
import type { View } from '../frame/view.ts';
import { termsTextHref } from '../letters/terms-text.routes.ts';
import type { Names } from '../messages/names/names.ts';
import { nameOf } from '../messages/names.ts';
import { detailsOf } from './case-details.ts';

/** What the case is about, as far as the role may see it. */
export function factsOf(view: View, found: CaseView, hasTermsText: boolean): SummaryList {
  const { t, names, formats, clause } = view;
  const { application, offer, projectId } = detailsOf(found);
  const customer = application?.customer;
  const given = (label: string, text: string | null | undefined, more: Partial<SummaryRow> = {}) =>
    text ? row(label, text, more) : null;
  return summaryList(
    given(t('cases.facts.address'), application?.object?.address),
    given(t('cases.facts.cadastre'), application?.object?.cadastreNumber),
    given(t('cases.facts.customer'), customer?.name, {
      note: customer?.kind ? nameOf(names, 'customerKind', customer.kind) : null,
    }),
    given(t('cases.facts.code'), codeOf(customer)),
    given(
      t('cases.facts.contact'),
      [customer?.email, customer?.phone?.replaceAll(' ', NO_BREAK_SPACE)]
        .filter((one) => one !== undefined)
        .join(', '),
    ),
    given(t('cases.facts.postal'), customer?.postalAddress),
    given(t('cases.facts.purpose'), application?.purpose && nameOf(names, 'purpose', application.purpose)),
    given(t('cases.facts.connection'), connectionText(view, application)),
    given(t('cases.facts.boundary'), offer?.ownershipBoundary),
    given(t('cases.facts.channel'), offer && nameOf(names, 'channel', offer.channel)),
    given(t('cases.facts.project'), projectId),
    given(t('cases.facts.supply'), found.supplyMode && nameOf(names, 'supplyMode', found.supplyMode)),
    given(t('cases.facts.terms'), found.termsVersion && formats.shortDate(found.termsVersion), {
      clause: found.termsVersion ? clause('II.1.1') : null,
      href: found.termsVersion && hasTermsText ? termsTextHref(found.termsVersion) : null,
    }),
  );
}

const NO_BREAK_SPACE = '\u00a0';

/** A personal code is read in two parts, 010190-10000. */
export const codeOf = (customer: Draft['customer']): string | undefined =>
  customer?.personalCode?.replace(/^(\d{6})(\d{5})$/, '$1-$2') ?? customer?.registrationNumber;

export function connectionText({ t, formats }: View, application: Draft | null): string | null {
  const connection = application?.connection;
  if (!connection?.ampere) return null;
  const parts = [
    `${formats.number(connection.ampere)} A`,
    ...(connection.volt ? [`${formats.number(connection.volt)} V`] : []),
    ...(connection.phases ? [t('cases.facts.phases', { count: connection.phases })] : []),
    ...(connection.temporary ? [t('cases.facts.temporary')] : []),
    ...(connection.generationKw && connection.generationKw !== '0'
      ? [t('cases.facts.generation', { kw: formats.number(connection.generationKw) })]
      : []),
  ];
  return parts.join(', ');
}

const REGIONS = [
  'payment',
  'works',
  'readiness',
  'link',
  'withdrawal',
] as const satisfies readonly (keyof Names)[];

/** Payment, works, readiness, connection and right of withdrawal side by side; null before the contract. */
export function situationOf(view: View, found: CaseView): SummaryList | null {
  const { t, names, formats } = view;
  const { signatures, consents, holds } = detailsOf(found);
  const held = (label: string, hold: { since: string; reasons: string } | null) =>
    hold &&
    row(label, t('cases.facts.holdText', { day: formats.shortDate(hold.since), reasons: hold.reasons }));
  const { regions } = found;
  const rows = [
    ...REGIONS.map((name) => regions && row(names.region[name], nameOf(names, name, regions[name]))),
    signatures.customer ? row(t('cases.facts.signedCustomer'), formats.shortDate(signatures.customer)) : null,
    signatures.operator ? row(t('cases.facts.signedOperator'), formats.shortDate(signatures.operator)) : null,
    ...Object.entries(consents).map(([type, { by, on }]) =>
      row(
        t('cases.facts.waitsConsent', { act: nameOf(names, 'act', type) }),
        `${nameOf(names, 'endedBy', by)}, ${formats.shortDate(on)}`,
      ),
    ),
    held(t('cases.facts.hold'), holds.annulment),
    held(t('cases.facts.holdEnding'), holds.ending),
    endingRow(view, found),
  ].filter((one) => one !== null);
  return rows.length > 0 ? summaryList(...rows) : null;
}

const endingRow = ({ t, names, clause }: View, { ending }: CaseView): SummaryRow | null =>
  ending &&
  row(t('cases.one.ended'), nameOf(names, 'ending', ending.reason), {
    note: nameOf(names, 'endedBy', ending.by),
    clause: clause(ending.clause),
  });

const DATES = [
  'receivedOn',
  'offerIssuedOn',
  'inForceOn',
  'termOn',
  'worksStartedOn',
  'completedOn',
  'readinessOn',
  'connectedOn',
  'operatorFulfilledOn',
  'customerFulfilledOn',
  'endedOn',
] as const;

export const datesOf = ({ t, formats }: View, { dates }: CaseView): SummaryList =>
  summaryList(
    ...DATES.map((name) => {
      const on = dates[name];
      return on ? row(t(`cases.dates.${name}`), formats.shortDate(on)) : null;
    }),
  );

export function moneyOf({ t, formats }: View, found: CaseView): SummaryList | null {
  const { money } = found;
  if (!found.fee && money.received === '0.00') return null;
  const { refund } = detailsOf(found);
  return summaryList(
    row(t('cases.money.share'), formats.amount(money.customerShareGross)),
    row(t('cases.money.received'), formats.amount(money.received)),
    row(t('cases.money.outstanding'), formats.amount(money.outstanding)),
    money.refundDue === '0.00' ? null : row(t('cases.money.refund'), formats.amount(money.refundDue)),
    refund?.dueOn ? row(t('cases.money.refundDue'), formats.shortDate(refund.dueOn)) : null,
  );
}
