import { Decimal } from 'decimal.js';
import { day } from '../../src/law/days.ts';
import { amountOf } from '../../src/law/money.ts';
import type { Draft } from '../application.ts';
import { termsOf } from '../derived.ts';
import type { Facts, Receipt } from '../facts.ts';
import { type Change, record, type Writing, withFlag, withoutFlags } from './record.ts';

type Supplement = Draft & { documents?: string[] | undefined };

/** The application with what was supplied since; documents are history, not part of it. */
export function completedApplication(application: Draft, supplement: Supplement): Draft {
  const { documents: _listed, ...parts } = supplement;
  return {
    ...application,
    ...parts,
    ...(parts.customer ? { customer: { ...application.customer, ...parts.customer } } : {}),
    ...(parts.object ? { object: { ...application.object, ...parts.object } } : {}),
    ...(parts.connection ? { connection: { ...application.connection, ...parts.connection } } : {}),
  };
}

/** Identification that satisfies II.5.4: the portal by eID or bank, a secure e-signature or presence in person; the
 *  portal password for legal persons alone (II.5.4.3); the phone never for a contract (II.5.4.1). */
export const identificationCounts = (method: string, kind: string | undefined): boolean =>
  method === 'portal-password' ? kind === 'legal' : method !== 'phone' && method !== 'none';

/** What a new offer forgets of the one before. */
const NO_OFFER_YET: Change = {
  offer: null,
  objection: null,
  signatures: {},
  warning: null,
  annulmentHold: null,
};

/** What an end for non-payment leaves of the contract when both sides take it back: nothing was built yet. */
const NO_CONTRACT_YET: Change = {
  inForceOn: null,
  inForceBy: null,
  termsVersion: null,
  term: null,
  paymentDueOn: null,
  amendedOn: null,
  forceMajeure: null,
  readiness: null,
  usageAgreedOn: null,
  endingHold: null,
  endingReleasedOn: null,
  lastRegions: null,
};

/** The receipts without what has been paid back, oldest first. */
function stillHeld({ receipts, refund }: Facts): readonly Receipt[] {
  let back = new Decimal(refund?.paid ?? 0);
  return receipts.map((receipt) => {
    if (!receipt.counts || back.isZero()) return receipt;
    const gone = Decimal.min(back, receipt.amount);
    back = back.minus(gone);
    const left = new Decimal(receipt.amount).minus(gone);
    return left.isZero() ? { ...receipt, counts: false } : { ...receipt, amount: amountOf(left) };
  });
}

const received = record<'application.submitted'>((facts, { data, today, computed }) => ({
  application: completedApplication(facts.application, data),
  receivedOn: today,
  flags: computed.duplicateObject ? withFlag(facts, 'duplicate-object', today) : facts.flags,
}));

export const APPLICATION_RECORDS = {
  recordDraft: record<'application.drafted'>((facts, { data }) => ({
    application: completedApplication(facts.application, data),
  })),
  recordReceipt: received,
  recordMissing: record<'application.returned'>((_facts, { data }) => ({ missing: data.missing })),
  recordSupplement: record<'application.completed'>((facts, { data, today }) => ({
    application: completedApplication(facts.application, data),
    missing: [],
    suppliedOn: today,
  })),
  recordRoute: record<'application.routed'>((_facts, { data, today }) => ({ route: { ...data, on: today } })),
  recordDesign: record<'design.received'>((_facts, { data }) => ({ designReceivedOn: data.on })),
  recordContractor: record<'contractor.determined'>((_facts, { data }) => ({
    contractor: { on: data.on, chosenBy: data.chosenBy },
  })),
  /** A call does not undo an identification that counts (II.5.4). */
  recordIdentification: record<'customer.identified'>((facts, { data, today }) => {
    const counts = identificationCounts(data.method, facts.application.customer?.kind);
    if (facts.identification?.counts && !counts) return {};
    return { identification: { method: data.method, on: today, counts } };
  }),
  recordDetails: record<'details.changed'>((facts, { data }) => {
    const { validFrom: _announced, ...details } = data;
    return { application: { ...facts.application, customer: { ...facts.application.customer, ...details } } };
  }),
  /** The new owner's application is received on the day on which the operator learns of it (II.4.3, II.11.1.1). */
  recordNewApplicant: record<'owner.changed'>((facts, { data, today }) => {
    const owner = typeof data.newOwner === 'string' ? { name: data.newOwner } : data.newOwner;
    const { name: _former, ...household } = facts.application.customer ?? {};
    return {
      ...NO_OFFER_YET,
      receivedOn: today,
      reinstatedOn: null,
      application: {
        ...facts.application,
        customer: { kind: household.kind ?? 'natural', household: household.household ?? false, ...owner },
      },
      identification: null,
      missing: ['identification of the new applicant'],
      authorities: [],
    };
  }),
  /** The way back to a new offer (II.11.4, T-38): money that has not gone back stays as credit. */
  recordReinstatement: record<'application.reinstated'>((facts, { today }) => ({
    ...NO_OFFER_YET,
    ...NO_CONTRACT_YET,
    receipts: stillHeld(facts),
    reinstatedOn: today,
    ending: null,
    refund: null,
    consents: {},
    flags: [],
  })),
  recordAuthority: record<'authority.filed'>((facts, { data, at }) => ({
    authorities: [
      ...facts.authorities,
      {
        agent: data.agent,
        scope: typeof data.scope === 'string' ? [data.scope] : data.scope,
        from: data.from,
        until: data.until ?? null,
        receivedAt: at,
        revokedAt: null,
      },
    ],
  })),
  /** II.5.3, II.6.2: a revocation binds from its receipt by the operator, whatever a public register says. */
  recordRevocation: record<'authority.revoked'>((facts, { data }) => ({
    authorities: facts.authorities.map((authority) =>
      authority.revokedAt === null && (data.agent === undefined || data.agent === authority.agent)
        ? { ...authority, revokedAt: data.receivedAt }
        : authority,
    ),
  })),
  /** While one is unanswered its own time runs on; a later one is answered along with it. */
  recordComplaint: record<'complaint.filed' | 'offer.objected'>((facts, { today, type }) => {
    const open = facts.complaint?.answeredOn === null ? facts.complaint : null;
    const lateObjection = type === 'offer.objected' || open?.lateObjection === true;
    return {
      complaint: open
        ? { ...open, lateObjection }
        : { on: today, extraChecks: false, answeredOn: null, lateObjection },
    };
  }),
  /** An answer within 15 days that announces extra checks lengthens the time to 30 days; any other is the answer itself. */
  recordComplaintAnswer: record<'complaint.answered'>((facts, { data, today, law }) => {
    const complaint = facts.complaint!;
    const { complaintDays } = termsOf(facts, law, day(complaint.on));
    const inTime = day(today).since(day(complaint.on), { largestUnit: 'days' }).days <= complaintDays;
    const interim = data.extraChecks === true && !complaint.extraChecks && inTime;
    return {
      complaint: {
        ...complaint,
        extraChecks: complaint.extraChecks || data.extraChecks === true,
        answeredOn: interim ? null : today,
      },
      flags: withoutFlags(facts, ...(interim ? [] : (['complaint-answer-breach'] as const))),
    };
  }),
  recordUndelivered: record<'notice.failed'>((facts, { today }) => ({
    flags: withFlag(facts, 'letter-undelivered', today),
  })),
  recordProject: record<'project.joined'>((_facts, { data }) => ({
    project: { projectId: data.projectId, shareNet: data.shareNet },
  })),
} as const satisfies Record<string, Writing>;
