import type { Request, Response } from 'express';
import { z } from 'zod';
import { EVENT_DATA, type EventType } from '../../workflows/events.ts';
import type { NamedEvent } from '../casework/casework.ts';
import type { EventRequest, PostOptions } from '../casework/requests.ts';
import { caseIdOf } from '../http/ids.ts';
import type { Metrics } from '../http/metrics.ts';
import { read, readAfter } from '../http/read.ts';
import { assertFreshFactor, callerOf, sendsMoneyOut } from '../http/signed-in.ts';
import { answerWithCase, postOptions } from './conditions.ts';
import type { ApiServices } from './services.ts';

/** A case is begun by POST /cases, never by an event. */
export type PostableType = Exclude<EventType, 'application.drafted'>;
export const POSTABLE = (Object.keys(EVENT_DATA) as EventType[]).filter(
  (type): type is PostableType => type !== 'application.drafted',
);

const envelope = z.looseObject({ type: z.enum(POSTABLE) });

/** `{type, …payload}` makes something happen. Payload and headers are read first, as that costs nothing; whether the
 *  caller may know of what is wrong with them is asked only when something is. */
export const postEvent =
  ({ casework }: Pick<ApiServices, 'casework'>, metrics: Metrics) =>
  async (req: Request, res: Response): Promise<void> => {
    const caller = callerOf(res);
    const caseId = caseIdOf(req);
    const { event, options } = await readAfter(
      () => casework.authorise(caller, caseId, eventNamedIn(req.body)),
      (): { event: EventRequest; options: PostOptions } => ({
        event: readEvent(req.body),
        options: postOptions(req, res),
      }),
    );
    if (sendsMoneyOut(event.type)) assertFreshFactor(caller);
    res.locals.actionsNow = async () => (await casework.find(caller, caseId, res.locals.language)).actions;

    const outcome = await casework.post(caller, caseId, event, options).catch((refusal: unknown) => {
      metrics.countEvent(event.type, 'refused');
      throw refusal;
    });
    metrics.countEvent(event.type, outcome.kind);
    if (outcome.kind === 'done') {
      answerWithCase(res, 200, outcome.case);
      return;
    }
    const { approvalId } = outcome;
    res.status(202).location(`${req.baseUrl}/approvals/${approvalId}`).json({ approvalId });
  };

export function readEvent(body: unknown): EventRequest {
  const { type, ...payload } = read(envelope, body);
  const schema: z.ZodType<object> = EVENT_DATA[type];
  return { type, data: { ...read(schema, payload) } };
}

function eventNamedIn(body: unknown): NamedEvent | null {
  const named = envelope.safeParse(body);
  if (!named.success) return null;
  const { type, ...data } = named.data;
  return { type, data };
}
