import type { Field } from '../forms/fields.ts';
import type { SummaryRow } from './summary-list.ts';

/** The step before an act with legal effect: what it is about and what follows. `{{> confirmation confirmation}}` */
export interface Confirmation {
  readonly title: string;
  readonly rows: readonly SummaryRow[];
  readonly consequences: readonly { readonly text: string; readonly clause: string | null }[];
  /** Where the form goes. */
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly Field[];
  /** One of the fields holds a file. */
  readonly withFiles?: boolean;
  readonly button: string;
  readonly back: string;
  /** Ends something that cannot be taken up again. */
  readonly dangerous: boolean;
}
