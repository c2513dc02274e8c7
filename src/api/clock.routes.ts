import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { jsonBody } from '../http/json-body.ts';
import { invalid, read } from '../http/read.ts';
import { resource } from '../http/resource.ts';
import { signedIn, withRole } from '../http/signed-in.ts';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';
import type { ApiServices } from './services.ts';

/** Beyond this no date of a contract is written with four digits of a year. */
const END_OF_TIME = Temporal.Instant.from('9000-01-01T00:00:00Z');
const DURATION =
  /^P(?!$)(\d{1,6}Y)?(\d{1,6}M)?(\d{1,6}W)?(\d{1,7}D)?(T(?=\d)(\d{1,8}H)?(\d{1,9}M)?(\d{1,9}S)?)?$/;

export const clockMove = z
  .strictObject({
    now: z.iso.datetime({ offset: true }).optional().describe('The instant to move to'),
    advance: z.string().regex(DURATION, 'must be an ISO 8601 duration like P30D or PT12H').optional(),
  })
  .refine(({ now, advance }) => (now === undefined) !== (advance === undefined), {
    path: ['now'],
    error: 'either now or advance is required, not both',
  });

type Parts = Pick<ApiServices, 'identity' | 'clock' | 'moveClock' | 'book'>;

export function clockRoutes({ identity, clock, moveClock, book }: Parts): Router {
  const router = Router();
  const entry = [signedIn(identity), withRole('admin')];

  async function show(_req: Request, res: Response): Promise<void> {
    if (!moveClock) throw timeIsReal();
    res.json({ now: (await clock.now()).toString() });
  }

  async function move(req: Request, res: Response): Promise<void> {
    const to = target(read(clockMove, req.body), await clock.now(), book().operator.timeZone);
    if (!moveClock) throw timeIsReal();
    res.json({ now: (await moveClock(to)).toString() });
  }

  resource(router, '/clock', { get: [...entry, show], post: [...entry, ...jsonBody, move] });
  return router;
}

/** Days and months are those of the operator's calendar, where a day may have 23 or 25 hours. */
function target(
  move: z.output<typeof clockMove>,
  from: Temporal.Instant,
  timeZone: string,
): Temporal.Instant {
  const field = move.now === undefined ? 'advance' : 'now';
  const to = sumOrNull(() =>
    move.now === undefined
      ? from
          .toZonedDateTimeISO(timeZone)
          .add(move.advance ?? 'PT0S')
          .toInstant()
      : Temporal.Instant.from(move.now),
  );
  if (to === null || Temporal.Instant.compare(to, END_OF_TIME) >= 0)
    throw invalid([{ field, message: TOO_FAR }]);
  if (Temporal.Instant.compare(to, from) < 0) throw invalid([{ field, message: inThePast(from) }]);
  return to;
}

/** Temporal answers a date outside its calendar with a RangeError. */
function sumOrNull(sum: () => Temporal.Instant): Temporal.Instant | null {
  try {
    return sum();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const TOO_FAR = say('ir pārāk tālu nākotnē', 'is too far in the future');
const inThePast = (from: Temporal.Instant) =>
  say(`ir pagātnē: pulkstenis rāda ${from}`, `is in the past: the clock shows ${from}`);

const timeIsReal = (): Refusal =>
  new Refusal({
    code: 'clock.is-real',
    detail: say(
      'Laiks ir īsts un nav pārbīdāms (CLOCK=virtual demonstrācijas režīmā to ļauj).',
      'Time is real here and cannot be moved (CLOCK=virtual in demo mode allows it).',
    ),
  });
