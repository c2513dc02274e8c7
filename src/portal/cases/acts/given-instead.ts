import { partyFor } from '../../../../workflows/acts/act.ts';
import type { Instead } from '../../../../workflows/acts/question.ts';
import { actOf, type EventType } from '../../../../workflows/events.ts';
import type { Caller } from '../../../casework/caller.ts';
import { actingRole } from '../../../casework/decide/acts.ts';

type Payload = Readonly<Record<string, unknown>>;

/** The parts of an act that no form asks for and its page gives. */
export function givenInstead(type: EventType, caller: Caller, asked: Payload): Payload {
  const values = Object.entries(actOf(type).form).map(
    ([key, question]) => [key, question?.instead && given(question.instead, type, caller, asked)] as const,
  );
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function given(instead: Instead, type: EventType, caller: Caller, asked: Payload): unknown {
  switch (instead) {
    case 'nothing':
      return undefined;
    case 'own-side':
      return partyFor(actOf(type), actingRole(caller, type));
    case 'time-stamp':
      return asked.form === 'esign-timestamped' ? true : undefined;
  }
}
