import type { Page } from 'playwright-core';
import { publicScreens } from './screens/public.screens.ts';

/** A page worth looking at. Every area lists its own in `screens/`; screenshots, axe and the scales walk through all. */
export interface Screen {
  /** File name of the picture. */
  readonly name: string;
  readonly path: string | ((product: { call: Call }) => Promise<string>);
  /** A demo account. */
  readonly as?: string;
  /** What is done on the page before one looks. */
  readonly then?: (page: Page) => Promise<void>;
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

export const SCREENS: readonly Screen[] = [...publicScreens];
