import type { DeadlineName } from '../../../../workflows/deadlines/index.ts';
import type { EventType } from '../../../../workflows/events.ts';
import type { EndingReason, Regions } from '../../../../workflows/facts.ts';
import type { NoticeId } from '../../../../workflows/notices.ts';
import type { Role } from '../../../../workflows/roles.ts';
import type { Status } from '../../../../workflows/status.ts';
import type { Component } from '../../../law/fees/component.ts';

/** Acts as their words tell them. */
export interface ActNames {
  /** What has happened: the line of a timeline. */
  readonly event: Readonly<Record<EventType, string>>;
  /** What one may do: the label of an act. */
  readonly act: Readonly<Record<EventType, string>>;
}

/** Words that the portal has for the vocabulary of the product, plain enough for a customer. A key that one of the lists
 *  lacks does not compile. */
export interface Names extends ActNames {
  readonly status: Readonly<Record<Status, string>>;
  /** One sentence for the customer on what the status means. */
  readonly statusMeaning: Readonly<Record<Status, string>>;
  readonly region: Readonly<Record<keyof Regions, string>>;
  readonly payment: Readonly<
    Record<'due' | 'partial' | 'paid' | 'overdue' | 'debt-warned' | 'handed-over' | 'deferred', string>
  >;
  readonly works: Readonly<
    Record<'not-started' | 'designing' | 'building' | 'suspended' | 'completed', string>
  >;
  readonly readiness: Readonly<Record<'none' | 'confirmed' | 'disproved', string>>;
  readonly link: Readonly<Record<'not-connected' | 'connected' | 'refused', string>>;
  readonly withdrawal: Readonly<Record<'open' | 'closed', string>>;
  readonly deadline: Readonly<Record<DeadlineName, string>>;
  readonly deadlineState: Readonly<Record<'running' | 'met' | 'missed' | 'frozen' | 'void', string>>;
  readonly awaits: Readonly<Record<'customer' | 'operator' | 'nobody', string>>;
  readonly notice: Readonly<Record<NoticeId, string>>;
  readonly channel: Readonly<Record<'portal' | 'email' | 'post' | 'hand', string>>;
  readonly ending: Readonly<Record<EndingReason | 'annulled' | 'withdrawn', string>>;
  readonly endedBy: Readonly<Record<'clause' | 'operator' | 'customer' | 'both', string>>;
  readonly suspension: Readonly<
    Record<'design-flaws' | 'preparatory-works' | 'adverse-conditions' | 'digging-ban', string>
  >;
  readonly role: Readonly<Record<Role, string>>;
  readonly level: Readonly<Record<'0' | '1' | 'P' | '2' | '3' | '4', string>>;
  readonly customerKind: Readonly<Record<'natural' | 'legal' | 'operator' | 'staff', string>>;
  readonly purpose: Readonly<
    Record<'new' | 'load-increase' | 'load-decrease' | 'separate-meter' | 'restore', string>
  >;
  readonly component: Readonly<Record<Component, string>>;
  readonly supplyMode: Readonly<Record<'trading' | 'PGP', string>>;
  readonly figureStatus: Readonly<Record<'verified' | 'reported' | 'missing' | 'given', string>>;
  readonly deferralCondition: Readonly<
    Record<'connection-size' | 'length' | 'guarantees' | 'terms-in-contract', string>
  >;
}
