import type { IncomingHttpHeaders } from 'node:http';
import express, { type RequestHandler } from 'express';
import { notJson } from './fault.ts';

export const BODY_LIMIT_BYTES = 256 * 1024;

const hasBody = (headers: IncomingHttpHeaders): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const requireJson: RequestHandler = (req, _res, next) => {
  next(hasBody(req.headers) && !req.is('application/json') ? notJson() : undefined);
};

/** Reads a JSON body into `req.body`; whether it holds what it should is asked later, by `read`. */
export const jsonBody: readonly RequestHandler[] = [
  requireJson,
  express.json({ limit: BODY_LIMIT_BYTES, strict: false, type: 'application/json' }),
];
