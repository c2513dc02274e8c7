import type { z } from 'zod';

/** A call of the API, with the very schemas that its route reads with. */
export interface Operation {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly open?: true;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType | 'Event' | 'pdf' | 'file';
  readonly answers: Readonly<
    Record<number, { readonly is: string; readonly body?: z.ZodType | 'file' | 'anything' }>
  >;
  /** Problems besides those that any call may meet. */
  readonly problems?: readonly (404 | 403 | 409 | 422)[];
}
