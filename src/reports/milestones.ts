import type { LifeAct, LifeDeadline } from '../../db/report.ts';
import type { IsoDay } from '../law/days.ts';

/** Something of a case's life that a report counts, on the day on which it happened. */
export interface Milestone {
  readonly kind: MilestoneKind;
  readonly on: IsoDay;
  /** Calendar days since the step began; null where nothing was waited for. */
  readonly days: number | null;
  /** Whether the legal deadline of the step was kept; null where it has none. */
  readonly inTime: boolean | null;
  readonly clause: string | null;
  /** Ground of a suspension, reason of an ending. */
  readonly reason: string | null;
}

export type MilestoneKind =
  | 'received'
  | 'offered'
  | 'objected'
  | 'objection-answered'
  | 'warned'
  | 'annulled'
  | 'reinstated'
  | 'concluded'
  | 'suspended'
  | 'completed'
  | 'connected'
  | 'ended'
  | 'complained'
  | 'complaint-answered';

export interface Life {
  /** In the order in which they happened. */
  readonly acts: readonly LifeAct[];
  readonly deadlines: readonly LifeDeadline[];
  readonly endingReason: string | null;
}

const IN_FORCE = new Set(['in-force', 'suspended', 'fulfilled']);
const ENDED = new Set(['annulled', 'withdrawn', 'terminated', 'closed']);

/** The milestones of one case. Where an act names its day (works, connection, payment) that day counts, else the local day
 *  on which it was recorded. Deadlines of steps that happen once are judged as the law kernel judged them; answers, of
 *  which a case may have several, and a step whose deadline runs anew after a reinstatement, by whether the clock noted
 *  the deadline as passed before them. */
export function milestonesOf({ acts, deadlines, endingReason }: Life): readonly Milestone[] {
  const found: Milestone[] = [];
  const dayOfAct = ({ on, recordedOn }: LifeAct): IsoDay => on ?? recordedOn;
  const judged = (name: string) => deadlines.find((one) => one.name === name);
  const lastOf = (type: string): LifeAct | undefined => acts.findLast((one) => one.type === type);
  const add = (kind: MilestoneKind, on: IsoDay, more: Partial<Milestone> = {}): void => {
    found.push({ kind, on, days: null, inTime: null, clause: null, reason: null, ...more });
  };

  let before = '';
  let receivedOn: IsoDay | null = null;
  let offeredOn: IsoDay | null = null;
  let concludedOn: IsoDay | null = null;
  let completedOn: IsoDay | null = null;
  let readyOn: IsoDay | null = null;
  let objection: Waiting | null = null;
  let complaint: Waiting | null = null;
  const passed = new Set<string>();

  for (const act of acts) {
    const on = dayOfAct(act);
    switch (act.type) {
      case 'application.submitted':
        receivedOn = on;
        add('received', on);
        break;
      case 'offer.issued': {
        offeredOn = on;
        if (act !== lastOf('offer.issued')) break;
        const deadline = judged('offer');
        add('offered', on, {
          days: since(receivedOn, on),
          inTime: keptOf(deadline) ?? !passed.has('offer'),
          clause: deadline?.clause ?? null,
        });
        break;
      }
      case 'offer.objected':
        if (act.status === 'objected') {
          if (before !== 'objected') {
            objection = { on, passed: false, interim: false };
            add('objected', on);
          }
        } else if (complaint === null) {
          complaint = { on, passed: false, interim: false };
          add('complained', on);
        }
        break;
      case 'objection.rejected':
      case 'offer.revised':
        if (objection)
          add('objection-answered', on, {
            days: since(objection.on, on),
            inTime: !objection.passed,
            clause: 'II.11.2',
            reason: act.type === 'offer.revised' ? 'founded' : 'rejected',
          });
        objection = null;
        break;
      case 'annulment.warned':
        add('warned', on);
        break;
      case 'application.annulled':
        add('annulled', on);
        break;
      case 'application.reinstated':
        if (ENDED.has(before) && !ENDED.has(act.status)) add('reinstated', on);
        break;
      case 'works.suspended':
        add('suspended', on, { reason: act.reason });
        break;
      case 'works.completed': {
        completedOn = on;
        const lastDay = judged('term')?.lastDay ?? null;
        add('completed', on, {
          days: since(concludedOn, on),
          inTime: lastDay === null ? null : on <= lastDay,
          clause: 'II.2.6',
        });
        break;
      }
      case 'readiness.confirmed':
        readyOn = on;
        break;
      case 'connection.made': {
        if (act !== lastOf('connection.made')) break;
        const deadline = judged('connection');
        add('connected', on, {
          days: since(later(readyOn, completedOn), on),
          inTime: keptOf(deadline) ?? !passed.has('connection'),
          clause: deadline?.clause ?? null,
        });
        break;
      }
      case 'complaint.filed':
        if (complaint === null) {
          complaint = { on, passed: false, interim: false };
          add('complained', on);
        }
        break;
      case 'complaint.answered': {
        if (!complaint) break;
        if (act.extraChecks && !complaint.interim && !complaint.passed) {
          complaint.interim = true;
          break;
        }
        add('complaint-answered', on, {
          days: since(complaint.on, on),
          inTime: !complaint.passed,
          clause: 'II.16.5',
        });
        complaint = null;
        break;
      }
      case 'deadline.passed':
        if (act.name !== null) passed.add(act.name);
        if (act.name === 'objection-answer' && objection) objection.passed = true;
        if (act.name === 'complaint-answer' && complaint) complaint.passed = true;
        break;
    }
    if (IN_FORCE.has(act.status) && !IN_FORCE.has(before)) {
      concludedOn = on;
      objection = null; // II.11.5: what the contract overtook is moot
      add('concluded', on, { days: since(offeredOn, on) });
    }
    if (ENDED.has(act.status) && !ENDED.has(before)) {
      objection = null;
      const isLast = !acts.some((one) => one.seq > act.seq && !ENDED.has(one.status));
      if (isLast) add('ended', on, { reason: endingReason ?? act.status });
    }
    before = act.status;
  }
  return found;
}

interface Waiting {
  readonly on: IsoDay;
  passed: boolean;
  interim: boolean;
}

const since = (from: IsoDay | null, on: IsoDay): number | null =>
  from === null ? null : Math.max(0, dayNumber(on) - dayNumber(from));

/** Days since 1970-01-01. A report asks it a million times: `Temporal` would take a third of its time. */
const dayNumber = (on: IsoDay): number => Date.parse(on) / 86_400_000;

const later = (a: IsoDay | null, b: IsoDay | null): IsoDay | null =>
  a === null ? b : b === null || a > b ? a : b;

const keptOf = (deadline: LifeDeadline | undefined): boolean | null =>
  deadline?.state === 'met' ? true : deadline?.state === 'missed' ? false : null;
