import type { Clause } from './clauses.ts';
import type { Words } from './words.ts';

/** Why something was refused: `invalid` input can never be accepted as it stands, `not-possible` depends on the
 *  state of the case, `forbidden` on who asks, `not-found` on what the caller may see. */
export type RefusalKind = 'invalid' | 'not-possible' | 'forbidden' | 'not-found';

export interface FieldError {
  readonly field: string;
  readonly message: Words;
}

export interface RefusalDetails {
  readonly code: string;
  readonly kind?: RefusalKind;
  readonly clause?: Clause;
  readonly detail: Words;
  /** First Riga day on which the act becomes lawful. */
  readonly allowedFrom?: Temporal.PlainDate;
  readonly errors?: readonly FieldError[];
}

/** What happened, under which clause, and what to do. Nothing has changed when it is thrown. */
export class Refusal extends Error {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly clause: Clause | undefined;
  readonly detail: Words;
  readonly allowedFrom: Temporal.PlainDate | undefined;
  readonly errors: readonly FieldError[];

  constructor(details: RefusalDetails) {
    super(details.detail.en);
    this.name = 'Refusal';
    this.code = details.code;
    this.kind = details.kind ?? 'not-possible';
    this.clause = details.clause;
    this.detail = details.detail;
    this.allowedFrom = details.allowedFrom;
    this.errors = details.errors ?? [];
  }
}
