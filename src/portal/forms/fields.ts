import { FILE_LIMIT_BYTES, UPLOADS_LIMIT_BYTES } from '../../casework/files/limits.ts';
import type { View } from '../frame/view.ts';
import { typedDay } from './day-text.ts';
import { type FieldProblem, type FormErrors, fieldId } from './form-errors.ts';

/** Models of form fields. `{{> (lookup this "partial") this}}` shows any of them. */

interface FieldBase {
  readonly partial: string;
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly error: FieldProblem | null;
  /** Ids of hint and error, for `aria-describedby`. */
  readonly describedBy: string | null;
  readonly required: boolean;
  /** Said beside the label where a field may stay empty. */
  readonly optional: string | null;
}

interface InputField extends FieldBase {
  readonly partial: 'field-input';
  readonly type: 'text' | 'email' | 'tel' | 'password' | 'search';
  readonly value: string;
  readonly autocomplete: string | null;
  readonly inputmode: 'decimal' | 'numeric' | null;
  readonly spellcheck: string | null;
  /** The unit, told after the input. */
  readonly suffix: string | null;
  readonly width: Width;
  readonly maxlength: number | null;
}

interface TextAreaField extends FieldBase {
  readonly partial: 'field-textarea';
  readonly value: string;
  readonly rows: number;
  readonly maxlength: number | null;
}

interface Choice {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly hint: string | null;
  readonly chosen: boolean;
}

interface SelectField extends FieldBase {
  readonly partial: 'field-select';
  readonly choices: readonly Choice[];
  readonly width: Width;
}

interface ChoicesField extends FieldBase {
  readonly partial: 'field-radios' | 'field-checkboxes';
  readonly choices: readonly Choice[];
}

/** One box with its label: a declaration or a yes. */
interface TickField extends FieldBase {
  readonly partial: 'field-tick';
  readonly ticked: boolean;
}

interface FileField extends FieldBase {
  readonly partial: 'field-file';
  readonly accept: string;
  readonly multiple: boolean;
  /** Told by a script before they are sent, in bytes. */
  readonly limits: { readonly each: number; readonly together: number };
}

export type Field = InputField | TextAreaField | SelectField | ChoicesField | TickField | FileField;

type Width = 'short' | 'medium' | 'full';

interface Said {
  readonly label: string;
  readonly hint?: string;
  /** Fields are required unless told so. */
  readonly optional?: boolean;
}

interface InputSaid extends Said {
  readonly type?: InputField['type'];
  readonly autocomplete?: string;
  readonly inputmode?: 'decimal' | 'numeric';
  readonly suffix?: string;
  readonly width?: Width;
  readonly maxlength?: number;
}

interface ChoiceSaid {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface ChoicesSaid extends Said {
  readonly choices: readonly ChoiceSaid[];
}

/** Makes the fields of one form: with what was filled in, and what is wrong with it. */
export interface FormFields {
  input(name: string, said: InputSaid): InputField;
  /** A day, typed as `09.04.2025` or `2025-04-09` and read by {@link isoDayOf}: browsers' own date fields follow the machine's
   *  language and show Latvian dates with the month first. */
  date(name: string, said: Said): InputField;
  textArea(name: string, said: Said & { readonly rows?: number; readonly maxlength?: number }): TextAreaField;
  select(name: string, said: ChoicesSaid & { readonly width?: Width }): SelectField;
  radios(name: string, said: ChoicesSaid): ChoicesField;
  checkboxes(name: string, said: ChoicesSaid): ChoicesField;
  tick(name: string, said: Said): TickField;
  file(name: string, said: Said & { readonly accept?: string; readonly multiple?: boolean }): FileField;
}

/** Other fields, and what stands between the parts of a form. */
const FORM_AROUND_FILES_BYTES = 64 * 1024;

/** `image/*` makes a phone offer its camera; what is taken in the end, the content decides. */
const ACCEPTED_FILES = 'image/*,application/pdf,.heic,.edoc,.asice,.zip';

type Values = Readonly<Record<string, string | undefined>>;

export function formFields(view: View, values: Values, errors: FormErrors | null = null): FormFields {
  const filledIn = (name: string): string => values[name] ?? '';

  function base(name: string, { label, hint, optional = false }: Said) {
    const id = fieldId(name);
    const error = errors?.of(name) ?? null;
    const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : '']
      .filter((one) => one !== '')
      .join(' ');
    return {
      id,
      name,
      label,
      hint: hint ?? null,
      error,
      describedBy: described || null,
      required: !optional,
      optional: optional ? view.t('form.optional') : null,
    };
  }

  const choicesOf = (
    name: string,
    choices: readonly ChoiceSaid[],
    chosen: readonly string[],
  ): readonly Choice[] =>
    choices.map((one, index) => ({
      id: index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`,
      value: one.value,
      label: one.label,
      hint: one.hint ?? null,
      chosen: chosen.includes(one.value),
    }));

  const input = (name: string, said: InputSaid): InputField => ({
    ...base(name, said),
    partial: 'field-input',
    type: said.type ?? 'text',
    value: said.type === 'password' ? '' : filledIn(name),
    autocomplete: said.autocomplete ?? null,
    inputmode: said.inputmode ?? null,
    spellcheck: said.autocomplete || said.inputmode ? 'false' : null,
    suffix: said.suffix ?? null,
    width: said.width ?? 'full',
    maxlength: said.maxlength ?? null,
  });

  return {
    input,
    date: (name, { hint, ...said }) => ({
      ...input(name, {
        ...said,
        hint: [hint, view.t('form.dayHint')].filter((one) => one !== undefined).join(' '),
        width: 'short',
        autocomplete: 'off',
        maxlength: 20,
      }),
      value: typedDay(view.language, filledIn(name)),
    }),
    textArea: (name, said) => ({
      ...base(name, said),
      partial: 'field-textarea',
      value: filledIn(name),
      rows: said.rows ?? 5,
      maxlength: said.maxlength ?? null,
    }),
    select: (name, said) => {
      const value = filledIn(name);
      const known = said.choices.some((one) => one.value === value) || value === '';
      // What an address asked for is shown, and told to be wrong, also where the list does not have it.
      const choices = known ? said.choices : [...said.choices, { value, label: value }];
      return {
        ...base(name, said),
        partial: 'field-select',
        choices: choicesOf(name, choices, [value]),
        width: said.width ?? 'medium',
      };
    },
    radios: (name, said) => ({
      ...base(name, said),
      partial: 'field-radios',
      choices: choicesOf(name, said.choices, [filledIn(name)]),
    }),
    checkboxes: (name, said) => ({
      ...base(name, said),
      partial: 'field-checkboxes',
      choices: choicesOf(name, said.choices, filledIn(name).split(',')),
    }),
    tick: (name, said) => ({ ...base(name, said), partial: 'field-tick', ticked: filledIn(name) !== '' }),
    file: (name, said) => ({
      ...base(name, said),
      partial: 'field-file',
      accept: said.accept ?? ACCEPTED_FILES,
      multiple: said.multiple ?? false,
      limits: { each: FILE_LIMIT_BYTES, together: UPLOADS_LIMIT_BYTES - FORM_AROUND_FILES_BYTES },
    }),
  };
}
