import { type Act, rolesByPayload, rolesOf } from '../../../../workflows/acts/act.ts';
import type { Question } from '../../../../workflows/acts/question.ts';
import { actOf, EVENT_TYPES, type EventType } from '../../../../workflows/events.ts';
import { type Caller, isStaff } from '../../../casework/caller.ts';
import { ARRANGED } from './arranged/index.ts';
import type { FieldSpec } from './field-spec.ts';
import { firstValue } from './first-value.ts';
import { controlOf, type IsOpen, longestOf, type Part, partsOf } from './parts-of-data.ts';
import { choiceKey, hintKey, labelKey } from './words-of-act.ts';

/** The form of an act as its schema and its own page tell it. */

/** Acts that people do to a case by a form of their own. */
export const ACTS_WITH_FORM: readonly EventType[] = EVENT_TYPES.filter((type) => {
  const act = actOf(type);
  return !act.onLetter && !act.guided && rolesOf(act).some((role) => role !== 'clock');
});

export const isAct = (type: string): type is EventType => ACTS_WITH_FORM.some((one) => one === type);

/** The fields in the order of the schema; without a caller, all that anybody is asked. */
export function formFor(type: EventType, caller: Caller | null): readonly FieldSpec[] {
  const act = actOf(type);
  return partsOf(act.data, openTo(act, caller))
    .filter(({ key }) => isAsked(act.form[key], caller))
    .flatMap((part) => fieldsOf(type, part, act.form[part.key] ?? {}));
}

const isAsked = ({ instead, ofStaff }: Question = {}, caller: Caller | null): boolean =>
  instead === undefined && (!ofStaff || caller === null || isStaff(caller));

/** A role is offered what its act may say: the act refuses it anything else. */
const openTo =
  (act: Act, caller: Caller | null): IsOpen =>
  (key, value) =>
    caller === null ||
    rolesByPayload(act, { [key]: value })
      .filter((role) => caller.roles.includes(role))
      .some((role) => act.form[key]?.choices?.[role]?.includes(value) ?? true);

function fieldsOf(type: EventType, part: Part, question: Question): readonly FieldSpec[] {
  const arranged = ARRANGED.get(part.piece);
  return arranged ? arranged(part) : [fieldOf(type, part, question)];
}

function fieldOf(type: EventType, part: Part, { as, first }: Question): FieldSpec {
  const { key, values, standing } = part;
  const control = as ?? controlOf(part.piece);
  const hint = hintKey(type, key) ?? (control === 'lines' ? 'acts.oneALine' : null);
  const longest = longestOf(part.piece);
  const stands = typeof standing === 'string' && standing !== '' ? standing : null;
  return {
    name: key,
    kind: control === 'declaration' ? 'tick' : control,
    label: labelKey(type, key),
    optional: control === 'tick' || (part.optional && stands === null),
    ...(hint ? { hint } : {}),
    ...(longest === null ? {} : { longest }),
    ...(values ? { choices: values, inWords: ({ t }, value) => t(choiceKey(type, key, value)) } : {}),
    ...(first ? { first: (found, today) => firstValue(first, { found, today, choices: values }) } : {}),
    ...(stands === null ? {} : { first: () => stands }),
  };
}
