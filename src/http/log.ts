import { type DestinationStream, pino } from 'pino';

/** Structured logs (JSON lines). What people wrote, who they are and where they come from never gets here: the fields
 *  below are all there is. */
export interface Log {
  said(message: string, fields?: Readonly<Record<string, string | number>>): void;
  request(fields: RequestFields): void;
  fault(error: unknown, requestId?: string): void;
}

interface RequestFields {
  readonly requestId: string;
  readonly method: string;
  /** The pattern (`/cases/:id`), never the address: a search term stands in the address. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

export function createLog(level: string, to?: DestinationStream): Log {
  const options = { level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = to ? pino(options, to) : pino(options);
  return {
    said: (message, fields = {}) => logger.info(fields, message),
    request: (fields) => logger[fields.status >= 500 ? 'error' : 'info'](fields, 'request'),
    fault: (error, requestId) => logger.error({ requestId, fault: describe(error) }, 'fault'),
  };
}

interface Described {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  readonly at: readonly string[];
  readonly cause?: Described;
}

/** Errors of the language itself about our own code; all others may quote what somebody wrote. */
const QUOTES_NOBODY: ReadonlySet<string> = new Set(['TypeError', 'ReferenceError', 'EnvironmentError']);

/** Messages of database errors quote parameters, those of parsers quote input; so an error is told by its name, its code
 *  and the places in our code. */
export function describe(error: unknown): Described {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const stack = error.stack ?? '';
  const frames = stack.slice(stack.indexOf(error.message) + error.message.length).split('\n');
  return {
    name: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(QUOTES_NOBODY.has(error.name) ? { message: error.message } : {}),
    at: frames
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  };
}
