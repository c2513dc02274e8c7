import type { FirstValue } from '../../../../workflows/acts/question.ts';
import type { CaseView } from '../../../casework/show/shown.ts';
import { detailsOf } from '../case-details.ts';

interface At {
  readonly found: CaseView;
  readonly today: string;
  readonly choices: readonly string[] | null;
}

/** What stands in a field before anybody has typed. */
export function firstValue(name: FirstValue, { found, today, choices }: At): string | undefined {
  const { money } = found;
  const { offer, suspension } = detailsOf(found);
  switch (name) {
    case 'today':
      return today;
    case 'first-choice':
      return choices?.[0];
    case 'zero':
      return '0.00';
    case 'case-number':
      return found.number;
    case 'channel-of-offer':
      return offer?.channel ?? 'portal';
    case 'boundary-of-offer':
      return offer?.ownershipBoundary;
    case 'open-suspension':
      return suspension.intervals.find(({ to }) => to === null)?.reason;
    case 'money-outstanding':
      return money.outstanding === '0.00' ? undefined : money.outstanding;
    case 'money-received':
      return money.received;
    case 'refund-due':
      return money.refundDue;
  }
}
