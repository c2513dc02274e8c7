import { EMPTY, REQUIRED, UNKNOWN_FIELD } from '../../../http/wording.ts';
import { Refusal } from '../../../law/refusal.ts';
import { say } from '../../../law/words.ts';
import { type FormErrors, refusedForm } from '../../forms/form-errors.ts';
import type { View } from '../../frame/view.ts';
import { MESSAGES, type MessageKey } from '../../messages/translate.ts';
import type { FieldKind } from './field-spec.ts';

/** The service speaks to programs about schemas; people are told the same about what they typed, once a field. */
export function inputErrors(
  view: View,
  error: unknown,
  kinds: ReadonlyMap<string, FieldKind>,
  fields: Readonly<Record<string, string>> = {},
): FormErrors {
  const plain = error instanceof Refusal && error.code === 'input.invalid' ? onceAField(error) : error;
  return refusedForm(view, plain, {
    fields,
    shown: new Set(kinds.keys()),
    reword(field, { en }) {
      if (en === UNKNOWN_FIELD.en) return view.t('acts.wrong.notHere');
      if (en === REQUIRED.en || en === EMPTY.en)
        return view.t(kinds.get(field) === 'tick' ? 'acts.wrong.tick' : 'acts.wrong.required');
      const key = plain === error ? undefined : WRONG[kinds.get(field) ?? 'line'];
      return key ? view.t(key) : null;
    },
  });
}

const WRONG: Readonly<Partial<Record<FieldKind, MessageKey>>> = {
  day: 'acts.wrong.day',
  moment: 'acts.wrong.day',
  amount: 'acts.wrong.amount',
  number: 'acts.wrong.number',
  numbers: 'acts.wrong.number',
  whole: 'acts.wrong.number',
  email: 'acts.wrong.email',
  phone: 'acts.wrong.phone',
  choice: 'acts.wrong.choice',
  tick: 'acts.wrong.tick',
};

const inBoth = (key: MessageKey) => say(MESSAGES.lv.get(key) as string, MESSAGES.en.get(key) as string);

function onceAField(refusal: Refusal): Refusal {
  const seen = new Set<string>();
  const errors = refusal.errors.filter(({ field }) => !seen.has(field) && seen.add(field));
  return new Refusal({
    code: refusal.code,
    kind: refusal.kind,
    detail: inBoth('acts.wrong.detail'),
    errors,
    ...(refusal.clause ? { clause: refusal.clause } : {}),
  });
}
