import { day } from '../../src/law/days.ts';
import type { Draft } from '../application.ts';
import { type Change, record, type Writing, withFlag, withoutFlags, withoutPassed } from './record.ts';

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
  passed: {},
};

const received = record<'application.submitted'>((facts, { data, today, computed }) => ({
  application: completedApplication(facts.application, data),
  receivedOn: today,
  flags: computed.duplicateObject ? withFlag(facts, 'duplicate-object', today) : facts.flags,
}));

export const APPLICATION_RECORDS = {
  recordDraft: record<'application.drafted'>((facts, { data }) => ({ application: completedApplication(facts.application, data) })),
  recordReceipt: received,
  recordMissing: record<'application.returned'>((_facts, { data }) => ({ missing: data.missing })),
  recordSupplement: record<'application.completed'>((facts, { data, today }) => ({
    application: completedApplication(facts.application, data),
    missing: [],
    suppliedOn: today,
  })),
  recordRoute: record<'application.routed'>((facts, { data, today }) => ({
    route: { ...data, on: today },
    passed: withoutPassed(facts, ...(data.designNeeded || data.contractorNeeded ? [] : ['offer'])),
  })),
  recordDesign: record<'design.received'>((_facts, { data }) => ({ designReceivedOn: data.on })),
  recordContractor: record<'contractor.determined'>((_facts, { data }) => ({ contractor: { on: data.on, chosenBy: data.chosenBy } })),
  recordIdentification: record<'customer.identified'>((facts, { data, today }) => ({
    identification: { method: data.method, on: today, counts: identificationCounts(data.method, facts.application.customer?.kind) },
  })),
  recordDetails: record<'details.changed'>((facts, { data }) => {
    const { validFrom: _announced, ...details } = data;
    return { application: { ...facts.application, customer: { ...facts.application.customer, ...details } } };
  }),
  recordNewApplicant: record<'owner.changed'>((facts, { data }) => {
    const owner = typeof data.newOwner === 'string' ? { name: data.newOwner } : data.newOwner;
    const { name: _former, ...household } = facts.application.customer ?? {};
    return {
      ...NO_OFFER_YET,
      application: { ...facts.application, customer: { kind: household.kind ?? 'natural', household: household.household ?? false, ...owner } },
      identification: null,
      missing: ['identification of the new applicant'],
      authorities: [],
    };
  }),
  recordReinstatement: record<'application.reinstated'>((_facts, { today }) => ({
    ...NO_OFFER_YET,
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
  recordComplaint: record<'complaint.filed' | 'offer.objected'>((_facts, { today, type }) => ({
    complaint: { on: today, extraChecks: false, answeredOn: null, lateObjection: type === 'offer.objected' },
  })),
  /** An answer within 15 days that announces extra checks lengthens the time to 30 days; any other is the answer itself. */
  recordComplaintAnswer: record<'complaint.answered'>((facts, { data, today, law }) => {
    const complaint = facts.complaint!;
    const { complaintDays } = law.termsInForce(day(today)).parameters;
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
  recordUndelivered: record<'notice.failed'>((facts, { today }) => ({ flags: withFlag(facts, 'letter-undelivered', today) })),
  recordProject: record<'project.joined'>((_facts, { data }) => ({ project: { projectId: data.projectId, shareNet: data.shareNet } })),
} as const satisfies Record<string, Writing>;

