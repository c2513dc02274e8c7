import { randomUUID } from 'node:crypto';
import type { Step, StepCase, StepDeadline, StepHistory, StepInvoice, StepNotice } from '../../db/commit.ts';

export const AT = '2025-03-10T08:00:00Z';

export const aCase = (with_: Partial<StepCase> = {}): StepCase => ({
  number: `P-${randomUUID()}`,
  version: 1,
  chartVersion: '1',
  status: 'received',
  awaits: 'operator',
  ownerAccount: null,
  partyCode: null,
  objectKey: 'rīga, brīvības iela 15',
  snapshot: { value: 'received', context: { facts: [] } },
  queueOn: null,
  nextOn: null,
  overdue: false,
  projectId: null,
  ...with_,
});

export const anEvent = (seq: number, with_: Partial<StepHistory> = {}): StepHistory => ({
  seq,
  type: 'application.submitted',
  at: AT,
  actor: 'customer',
  role: 'customer',
  clause: 'II.11.1',
  data: {},
  status: 'received',
  ...with_,
});

export const aDeadline = (name: string, with_: Partial<StepDeadline> = {}): StepDeadline => ({
  name,
  lastDay: '2025-03-30',
  earliestDay: null,
  dueAt: '2025-03-30T21:00:00Z',
  wakeAt: '2025-03-30T21:00:00Z',
  awaits: 'operator',
  clause: 'II.11.1.1',
  state: 'running',
  ...with_,
});

export const anInvoice = (number: string, with_: Partial<StepInvoice> = {}): StepInvoice => ({
  number,
  kind: 'advance',
  seq: 1,
  issuedOn: '2025-03-10',
  dueOn: '2025-04-09',
  net: '1500.00',
  vatRate: '0.2100',
  vat: '315.00',
  gross: '1815.00',
  reference: number,
  state: 'open',
  data: { lines: [] },
  ...with_,
});

export const aNotice = (id: string, with_: Partial<StepNotice> = {}): StepNotice => ({
  id,
  seq: 1,
  notice: 'N-OFFER',
  channel: 'email',
  language: 'lv',
  recipient: 'klients@example.lv',
  addressSource: 'application',
  createdAt: AT,
  sentAt: null,
  deliveredState: 'queued',
  deemedReceivedOn: null,
  receiptClause: null,
  model: { notice: 'N-OFFER' },
  documentId: null,
  messageId: null,
  wakeAt: AT,
  ...with_,
});

/** The step that makes a case. */
export const created = (with_: Partial<Step> = {}): Step => ({
  caseId: randomUUID(),
  expectedVersion: 0,
  at: AT,
  case: aCase(),
  history: [anEvent(1)],
  deadlines: [],
  ...with_,
});

/** The step after `step`. */
export const after = (step: Step, with_: Partial<Step> = {}): Step => ({
  caseId: step.caseId,
  expectedVersion: step.case.version,
  at: AT,
  case: { ...step.case, version: step.case.version + 1 },
  history: [anEvent(step.case.version + 1)],
  deadlines: step.deadlines,
  ...with_,
});
