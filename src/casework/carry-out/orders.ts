import type { CaseEvent } from '../../../workflows/case-event.ts';
import type { Effect } from '../../../workflows/chart/setup.ts';
import type { EventData } from '../../../workflows/events.ts';
import type { Happened } from '../happened.ts';

/** What the shell does for an act whatever the chart says of it, so that the chart need not order it. A kind that acts come
 *  to order themselves moves from here into their `Effect`; who carries it out does not notice. */
type OrderOfAct =
  | ({ readonly type: 'bookPayment' } & EventData<'payment.received'>)
  | ({ readonly type: 'bookRefund' } & EventData<'refund.paid'>)
  | ({ readonly type: 'noteDispatch' } & Pick<EventData<'notice.dispatched'>, 'on'>)
  | { readonly type: 'readdressLetters' };

/** What is to be done for an event beside the case itself. */
export type Order = Effect | OrderOfAct;

const NOTHING: readonly OrderOfAct[] = [];

function comesWith(event: CaseEvent): readonly OrderOfAct[] {
  switch (event.type) {
    case 'payment.received':
      return [{ type: 'bookPayment', ...event.data }];
    case 'refund.paid':
      return [{ type: 'bookRefund', ...event.data }];
    case 'notice.dispatched':
      return [{ type: 'noteDispatch', on: event.data.on }];
    case 'details.changed':
      return [{ type: 'readdressLetters' }];
    default:
      return NOTHING;
  }
}

/** Those of the chart come first: letters bear the number of their order. */
export const ordersOf = ({ event, effects }: Happened): readonly Order[] => [...effects, ...comesWith(event)];
