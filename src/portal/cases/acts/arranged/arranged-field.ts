import type { acts } from '../../../messages/lv/acts.ts';
import type { FieldKind, FieldSpec, InWords } from '../field-spec.ts';

/** Fields that are arranged by hand, with their words from `messages/…/acts/arranged.ts`. */

type Words = typeof acts.arranged;

type More = Omit<FieldSpec, 'name' | 'kind' | 'label' | 'hint' | 'group'> & {
  readonly hint?: keyof Words['hints'];
  readonly group?: keyof Words['groups'];
};

const arranged = (
  kind: FieldKind,
  name: string,
  label: keyof Words['labels'],
  { hint, group, ...more }: More = {},
): FieldSpec => ({
  name,
  kind,
  label: `acts.arranged.labels.${label}`,
  ...(hint ? { hint: `acts.arranged.hints.${hint}` } : {}),
  ...(group ? { group: `acts.arranged.groups.${group}` } : {}),
  ...more,
});

const kind =
  (one: FieldKind) =>
  (name: string, label: keyof Words['labels'], more: More = {}): FieldSpec =>
    arranged(one, name, label, more);

export const line = kind('line');
export const area = kind('area');
export const onDay = kind('day');
export const euros = kind('amount');
export const count = kind('number');
export const counts = kind('numbers');
export const whole = kind('whole');
export const tick = kind('tick');
export const email = kind('email');
export const phone = kind('phone');

export const choice = (
  name: string,
  label: keyof Words['labels'],
  choices: readonly string[],
  inWords: InWords,
  more: More = {},
): FieldSpec => arranged('choice', name, label, { ...more, choices, inWords });
