import type { Control } from '../../../../workflows/acts/question.ts';
import type { CaseView } from '../../../casework/show/shown.ts';
import type { View } from '../../frame/view.ts';
import type { MessageKey } from '../../messages/translate.ts';

/** One field of an act's form. Its name is its path in the event's payload. */
export interface FieldSpec {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: MessageKey;
  readonly hint?: MessageKey;
  readonly optional?: boolean;
  /** From what is chosen, and what a value is called. */
  readonly choices?: readonly string[];
  readonly inWords?: InWords;
  /** What stands in the field at first. */
  readonly first?: (found: CaseView, today: string) => string | undefined;
  /** As many characters as the schema takes; absent: as many as any text or line. */
  readonly longest?: number;
  readonly suffix?: string;
  /** A box of an optional part of the payload: unticked, it says nothing. */
  readonly silentIfUnticked?: boolean;
  /** Fields that few cases need stand together behind a heading of their own. */
  readonly group?: MessageKey;
}

export type InWords = (view: View, value: string) => string;

/** `numbers`: one number a line. `amount` and `number` are read as people write them; `whole` is a number for the payload
 *  too. A tick that is not optional is a declaration that must be made. */
export type FieldKind = Exclude<Control, 'declaration'> | 'number' | 'numbers';
