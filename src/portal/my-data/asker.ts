import type { Response } from 'express';
import { notSignedIn } from '../../http/fault.ts';
import type { Asker } from '../../identity/my-data/held.ts';
import { callerOf } from '../session/guards.ts';

/** Who asks, and by which session. */
export function askerOf(res: Response): Asker {
  const caller = callerOf(res);
  const { token } = res.locals;
  if (token === undefined) throw notSignedIn();
  return { caller, token };
}
