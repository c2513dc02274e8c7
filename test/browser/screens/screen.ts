import type { Page } from 'playwright-core';

/** A page worth looking at. */
export interface Screen {
  /** File name of the picture. */
  readonly name: string;
  readonly path: string | ((product: { call: Call }) => Promise<string>);
  /** A demo account, or the newcomer. */
  readonly as?: string;
  /** What is done on the page before one looks. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** The main ones are also pictured on a phone, in English and dark. */
  readonly main?: boolean;
  /** The status that is right for the page, 200 unless told. */
  readonly status?: number;
}

export type Call = (
  method: string,
  path: string,
  as: string | null,
  body?: unknown,
) => Promise<{ status: number; body: unknown }>;
