import type { EventType } from '../../../../workflows/events.ts';
import type { CaseView } from '../../../casework/show/shown.ts';
import { detailsOf } from '../case-details.ts';
import {
  channels,
  dataAnswers,
  dataRights,
  methods,
  parties,
  signatureForms,
  suspensionReasons,
  terminationReasons,
  withdrawalForms,
} from './choices.ts';
import {
  area,
  choice,
  email,
  euros,
  type FieldSpec,
  line,
  lines,
  moment,
  onDay,
  phone,
  tick,
  today,
  whole,
} from './field-spec.ts';
import { OFFER_FIELDS, REPRICING_FIELDS } from './offer-fields.ts';

/** What each act asks for. What a form cannot ask (who signs) is added by {@link GIVEN}. */
export const ACTS = {
  'application.returned': [lines('missing', 'missing', { hint: 'oneALine' })],
  'application.completed': [
    lines('documents', 'documents', { optional: true, hint: 'documents' }),
    line('object.address', 'address', {
      optional: true,
      prefill: (found) => application(found)?.object?.address,
    }),
    line('object.cadastreNumber', 'cadastre', {
      optional: true,
      prefill: (found) => application(found)?.object?.cadastreNumber,
    }),
    email('customer.email', 'email', {
      optional: true,
      prefill: (found) => application(found)?.customer?.email,
    }),
    phone('customer.phone', 'phone', {
      optional: true,
      prefill: (found) => application(found)?.customer?.phone,
    }),
    line('customer.postalAddress', 'postalAddress', {
      optional: true,
      prefill: (found) => application(found)?.customer?.postalAddress,
    }),
    area('notes', 'notes', { optional: true }),
  ],
  'application.routed': [
    tick('designNeeded', 'designNeeded', { optional: true }),
    choice('designBy', 'designBy', parties, { optional: true, hint: 'ifNeeded' }),
    tick('contractorNeeded', 'contractorNeeded', { optional: true }),
    choice('contractorChosenBy', 'contractorChosenBy', parties, { optional: true, hint: 'ifNeeded' }),
    area('reasons', 'reasons', { optional: true }),
    line('requirementsNumber', 'requirementsNumber', { optional: true, hint: 'requirementsNumber' }),
    onDay('requirementsValidUntil', 'requirementsValidUntil', { optional: true }),
    area('connectionPoint', 'connectionPoint', { optional: true }),
    area('ownershipBoundary', 'boundary', { optional: true, hint: 'boundary' }),
  ],
  'design.received': [
    onDay('on', 'receivedOn', { prefill: today }),
    line('designId', 'designId', { optional: true }),
  ],
  'contractor.determined': [
    onDay('on', 'on', { prefill: today }),
    choice('chosenBy', 'contractorChosenBy', parties),
    line('name', 'contractor', { optional: true }),
  ],
  'customer.identified': [
    choice('method', 'method', methods),
    line('documentId', 'documentId', { optional: true, hint: 'documentId' }),
  ],
  'offer.issued': OFFER_FIELDS,
  'offer.revised': OFFER_FIELDS,
  'offer.objected': [area('reasons', 'objection', { hint: 'objection' })],
  'objection.rejected': [area('reasons', 'reasons', { hint: 'reasonsToCustomer' })],
  'contract.signed': [
    choice('form', 'signatureForm', signatureForms, { prefill: () => 'portal' }),
    moment('signedAt', 'signedOn', { optional: true, hint: 'signedOn' }),
  ],
  'payment.received': [
    euros('amount', 'amount', {
      prefill: ({ money }) => (money.outstanding === '0.00' ? undefined : money.outstanding),
    }),
    onDay('receivedOn', 'receivedOn', { prefill: today }),
    line('reference', 'reference', { optional: true, prefill: ({ number }) => number }),
    line('account', 'account', { hint: 'account', prefill: () => 'main' }),
    line('payer', 'payer', { optional: true }),
    line('bankReference', 'bankReference', { optional: true, hint: 'bankReference' }),
    whole('differsFrom', 'differsFrom', { optional: true, hint: 'differsFrom' }),
  ],
  'annulment.warned': [choice('channel', 'channel', channels, { optional: true, prefill: offerChannel })],
  'application.annulled': [area('reasons', 'reasons', { optional: true })],
  'annulment.held': [area('reasons', 'reasons')],
  'ending.held': [area('reasons', 'reasons')],
  'hold.released': [area('reasons', 'reasons')],
  'application.reinstated': [area('agreement', 'agreement')],
  'application.withdrawn': [area('reasons', 'reasons', { optional: true })],
  'contract.withdrawn': [
    choice('form', 'withdrawalForm', withdrawalForms, { prefill: () => 'portal' }),
    onDay('dispatchedOn', 'dispatchedOn', { optional: true, hint: 'dispatchedOn', staffOnly: true }),
  ],
  'works.started': [onDay('on', 'on', { prefill: today })],
  'works.completed': [
    onDay('on', 'on', { prefill: today }),
    choice('channel', 'channel', channels, { prefill: offerChannel }),
  ],
  'works.suspended': [
    choice('reason', 'suspensionReason', suspensionReasons),
    onDay('from', 'from', { prefill: today }),
    onDay('remedyBy', 'remedyBy', { optional: true, hint: 'remedyBy' }),
    onDay('likelyEndOn', 'likelyEndOn', { optional: true, hint: 'likelyEndOn' }),
    lines('flaws', 'flaws', { optional: true, hint: 'flaws' }),
    lines('works', 'works', { optional: true, hint: 'works' }),
    area('conditions', 'conditions', { optional: true, hint: 'conditions' }),
    line('municipality', 'municipality', { optional: true, hint: 'ban' }),
    line('regulation', 'regulation', { optional: true, hint: 'ban' }),
  ],
  'works.resumed': [
    choice('reason', 'suspensionReason', suspensionReasons, { prefill: openSuspension }),
    onDay('on', 'on', { prefill: today }),
  ],
  'force-majeure.notified': [
    onDay('startedOn', 'startedOn', { prefill: today }),
    area('event', 'event'),
    onDay('likelyEndOn', 'likelyEndOn'),
  ],
  'force-majeure.ended': [onDay('on', 'on', { prefill: today })],
  'readiness.confirmed': [
    tick('installationsBuilt', 'installationsBuilt'),
    tick('preparedForVoltage', 'preparedForVoltage'),
    tick('tradingContract', 'tradingContract', { optional: true, hint: 'tradingContract' }),
  ],
  'readiness.disproved': [area('findings', 'findings')],
  'term.extended': [
    onDay('termOn', 'newTermOn'),
    area('agreement', 'agreement', { optional: true, hint: 'bothSides' }),
  ],
  'usage.agreed': [
    area('agreement', 'agreement', { hint: 'bothSides' }),
    onDay('termOn', 'newTermOn', { optional: true }),
  ],
  'contract.amended': [
    area('agreement', 'agreement', { hint: 'bothSides' }),
    onDay('termOn', 'newTermOn', { optional: true }),
    onDay('paymentDueOn', 'paymentDueOn', { optional: true }),
    ...REPRICING_FIELDS,
  ],
  'connection.made': [
    onDay('on', 'on', { prefill: today }),
    tick('loadSwitched', 'loadSwitched', { optional: true }),
    line('meter', 'meter', { optional: true }),
  ],
  'owner.changed': [onDay('on', 'on'), line('newOwner', 'newOwner')],
  'contract.terminated': [
    choice('reason', 'terminationReason', terminationReasons),
    area('facts', 'facts', { hint: 'facts' }),
    area('reasons', 'reasons', { hint: 'reasonsToCustomer' }),
  ],
  'termination.agreed': [area('agreement', 'agreement', { hint: 'bothSides' })],
  'debt.warned': [choice('channel', 'channel', channels, { prefill: offerChannel })],
  'debt.handed-over': [line('provider', 'provider', { optional: true })],
  'details.changed': [
    line('name', 'name', { optional: true }),
    email('email', 'email', { optional: true }),
    phone('phone', 'phone', { optional: true }),
    line('postalAddress', 'postalAddress', { optional: true }),
    onDay('validFrom', 'validFrom', { optional: true }),
  ],
  'authority.filed': [
    line('agent', 'agent'),
    lines('scope', 'scope', { hint: 'oneALine' }),
    onDay('from', 'from', { prefill: today }),
    onDay('until', 'until', { optional: true }),
  ],
  'authority.revoked': [
    onDay('receivedAt', 'receivedOn', { prefill: today }),
    line('agent', 'agent', { optional: true }),
  ],
  'project.joined': [line('projectId', 'projectId'), euros('shareNet', 'shareNet')],
  'refund.decided': [
    euros('refund', 'refund', { prefill: ({ money }) => money.received }),
    euros('retained', 'retained', { prefill: () => '0.00' }),
    area('reasons', 'reasons', { hint: 'reasonsToCustomer' }),
  ],
  'refund.paid': [
    onDay('on', 'on', { prefill: today }),
    euros('amount', 'amount', { prefill: ({ money }) => money.refundDue }),
  ],
  'old-supply.cut': [onDay('on', 'on', { prefill: today })],
  'complaint.filed': [area('text', 'complaint')],
  'complaint.answered': [area('text', 'answer'), tick('extraChecks', 'extraChecks', { optional: true })],
  'data-request.filed': [choice('right', 'dataRight', dataRights), area('text', 'dataRequest')],
  'data-request.prolonged': [choice('right', 'dataRight', dataRights), area('reasons', 'prolongedFor')],
  'data-request.answered': [
    choice('right', 'dataRight', dataRights),
    choice('outcome', 'dataOutcome', dataAnswers),
    area('text', 'answer'),
    area('reasons', 'refusalReasons', { optional: true, hint: 'refusalReasons' }),
  ],
  'disclosure.notified': [
    onDay('discoveredOn', 'discoveredOn', { prefill: today }),
    area('happened', 'happened'),
    lines('data', 'disclosed', { hint: 'oneALine' }),
    area('measures', 'measures'),
    area('advice', 'advice', { optional: true }),
  ],
} as const satisfies Partial<Record<EventType, readonly FieldSpec[]>>;

export type ActType = keyof typeof ACTS;

export const isAct = (type: string): type is ActType => Object.hasOwn(ACTS, type);

/** Acts that end something which cannot be taken up again. */
export const DANGEROUS: ReadonlySet<ActType> = new Set<ActType>([
  'application.annulled',
  'application.withdrawn',
  'contract.withdrawn',
  'contract.terminated',
  'termination.agreed',
  'debt.handed-over',
]);

const application = (found: CaseView) => detailsOf(found).application;

function offerChannel(found: CaseView): string | undefined {
  return detailsOf(found).offer?.channel;
}

function openSuspension(found: CaseView): string | undefined {
  return detailsOf(found).suspension.intervals.find(({ to }) => to === null)?.reason;
}
