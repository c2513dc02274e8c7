import type { ErrorRequestHandler, Response } from 'express';
import { databaseUnavailable, sqlStateOf } from '../../db/errors.ts';
import type { ActionView } from '../casework/show/shown.ts';
import { Refusal, type RefusalKind } from '../law/refusal.ts';
import { type Language, say, type Words } from '../law/words.ts';
import {
  bodyTooLarge,
  databaseAway,
  Fault,
  malformedBody,
  noSuchPage,
  unexpected,
  unsupportedEncoding,
} from './fault.ts';
import { BODY_LIMIT_BYTES } from './json-body.ts';
import type { Log } from './log.ts';

/** The one place that knows how a refusal looks over HTTP (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly clause?: string;
  readonly allowedFrom?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  readonly actions?: readonly ActionView[];
}

export const STATUS_OF: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  'not-possible': 409,
  forbidden: 403,
  'not-found': 404,
};

const TITLES: Readonly<Record<number, Words>> = {
  400: say('Nesaprotams pieprasījums', 'Malformed request'),
  401: say('Nav pierakstījies', 'Not signed in'),
  403: say('Nav atļauts', 'Not allowed'),
  404: say('Nav atrasts', 'Not found'),
  405: say('Metode neder', 'Method not allowed'),
  409: say('Pašlaik nav iespējams', 'Not possible now'),
  413: say('Saturs ir par lielu', 'Body too large'),
  415: say('Satura veids neder', 'Unsupported content'),
  422: say('Nederīgi dati', 'Invalid input'),
  429: say('Pārāk daudz pieprasījumu', 'Too many requests'),
  500: say('Kļūda mūsu pusē', 'A fault on our side'),
  503: say('Pašlaik nav pieejams', 'Not available now'),
};

const problemType = (code: string): string => `urn:pieslegums:problem:${code}`;

/** Every error that a request can end with, as a `Refusal` or a `Fault`. */
export function refusalOrFault(error: unknown): Refusal | Fault {
  if (error instanceof Refusal || error instanceof Fault) return error;
  const away = databaseUnavailable(error);
  if (away) return databaseAway(away.outcomeUnknown);
  if (isBrokenConnection(error)) return databaseAway(true);
  if (HAS_NO_ROOM.has(sqlStateOf(error) ?? '')) return databaseAway(false);
  if (UNSTORABLE.has(sqlStateOf(error) ?? '')) return unstorable();
  return faultOfHttp(error) ?? unexpected();
}

/** Values that no column keeps: a day of the year 0, a number beyond its digits, NUL. Schemas refuse what they know of;
 *  whatever slips through is the asker's still, and nothing of it was stored; the log tells us which schema to mend. */
const UNSTORABLE_CODE = 'input.unstorable';
const UNSTORABLE: ReadonlySet<string> = new Set(['22003', '22007', '22008', '22021', '22P05']);

const unstorable = (): Refusal =>
  new Refusal({
    code: UNSTORABLE_CODE,
    kind: 'invalid',
    detail: say(
      'Kādu no vērtībām nevar glabāt: neiespējama diena vai pārāk liels skaitlis.',
      'One of the values cannot be kept: an impossible day or too large a number.',
    ),
  });

/** The database's disk or memory is full: the statement was undone, and somebody else has to make room. */
const HAS_NO_ROOM: ReadonlySet<string> = new Set(['53100', '53200']);

/** A query outside `Database.query` brings the driver's own error: SQLSTATE 08…, 57P0… or a socket's code. */
function isBrokenConnection(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code } = one as { code?: unknown };
    if (
      typeof code === 'string' &&
      /^(08...|57P0.|53300|E(CONN(REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|HOSTUNREACH))$/.test(code)
    ) {
      return true;
    }
  }
  return false;
}

/** Errors of Express and its body parser carry a `status`, and a `type` where the body is meant. */
function faultOfHttp(error: unknown): Fault | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null;
  const type = 'type' in error ? error.type : undefined;
  if (error instanceof URIError) return noSuchPage();
  if (error.status === 413) return bodyTooLarge(limitOf(error));
  if (error.status === 415 || type === 'encoding.unsupported') return unsupportedEncoding();
  return error.status === 400 ? malformedBody() : null;
}

/** What the route that refused takes; body parsers tell it. */
const limitOf = (error: Error): number =>
  'limit' in error && typeof error.limit === 'number' ? error.limit : BODY_LIMIT_BYTES;

export function problemOf(error: Refusal | Fault, language: Language, requestId: string): Problem {
  const status = error instanceof Refusal ? STATUS_OF[error.kind] : error.status;
  const problem = {
    type: problemType(error.code),
    title: TITLES[status]?.[language] ?? String(status),
    status,
    detail: error.detail[language],
    instance: `urn:uuid:${requestId}`,
  };
  if (error instanceof Fault) return problem;
  return {
    ...problem,
    ...(error.clause === undefined ? {} : { clause: error.clause }),
    ...(error.allowedFrom === undefined ? {} : { allowedFrom: error.allowedFrom.toString() }),
    ...(error.errors.length === 0
      ? {}
      : { errors: error.errors.map(({ field, message }) => ({ field, message: message[language] })) }),
  };
}

/** The last station of every request that failed. */
export const answerWithProblem =
  (log: Log): ErrorRequestHandler =>
  async (error: unknown, _req, res, next) => {
    if (res.headersSent) {
      log.fault(error, res.locals.requestId);
      next(error);
      return;
    }
    const known = refusalOrFault(error);
    const problem = problemOf(known, res.locals.language, res.locals.requestId);
    if (problem.status >= 500 || known.code === UNSTORABLE_CODE) log.fault(error, res.locals.requestId);
    if (known instanceof Fault) res.set(known.headers);
    const actions = problem.status === 409 ? await actionsNow(res) : null;
    res
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(actions ? { ...problem, actions } : problem));
  };

/** What is possible instead. The refusal stands, and is told, also when that cannot be read any more. */
async function actionsNow(res: Response): Promise<readonly ActionView[] | null> {
  try {
    return (await res.locals.actionsNow?.()) ?? null;
  } catch {
    return null;
  }
}
