import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';

/** Cookies of the portal: never readable by scripts, never sent along by other sites' forms. */
export interface Cookies {
  read(req: Request, name: string): string | undefined;
  set(res: Response, name: string, value: string, maxAgeMs?: number): void;
  clear(res: Response, name: string): void;
}

const WELL_FORMED = /^[\w-]{1,200}$/;

/** Over TLS the name carries `__Host-`: the browser itself then refuses one that was set without TLS or by a neighbour. */
export function cookies(secure: boolean): Cookies {
  const named = (name: string): string => (secure ? `__Host-${name}` : name);
  const options = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
  return {
    read(req, name) {
      const value = parseCookie(req.get('Cookie') ?? '')[named(name)];
      return value !== undefined && WELL_FORMED.test(value) ? value : undefined;
    },
    set(res, name, value, maxAgeMs) {
      res.cookie(named(name), value, maxAgeMs === undefined ? options : { ...options, maxAge: maxAgeMs });
    },
    clear(res, name) {
      res.clearCookie(named(name), options);
    },
  };
}
