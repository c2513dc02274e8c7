import { clausesOf, rolesOf } from '../../../workflows/acts/act.ts';
import { actOf, EVENT_DATA } from '../../../workflows/events.ts';
import { POSTABLE, type PostableType } from '../post-event.ts';
import { type Components, type JsonSchema, refTo } from './components.ts';

/** One schema per event: its payload with `type` beside it, who posts it and under which clause. */
export function eventSchema(components: Components): JsonSchema {
  // The clock alone posts it; nobody needs to know its form.
  const types = POSTABLE.filter((type) => type !== 'deadline.passed');
  const named = types.map((type) => [type, nameOf(type)] as const);
  for (const [type, name] of named) {
    const payload = components.of(EVENT_DATA[type], 'input');
    components.add(name, {
      description: descriptionOf(type),
      ...withType(components.resolved(payload), type),
    });
  }
  return components.add('Event', {
    oneOf: named.map(([, name]) => refTo(name)),
    discriminator: {
      propertyName: 'type',
      mapping: Object.fromEntries(named.map(([type, name]) => [type, refTo(name).$ref])),
    },
  });
}

/** `contract.signed` → `EventContractSigned`. */
const nameOf = (type: string): string =>
  `Event${type
    .split(/[.-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}`;

function descriptionOf(type: PostableType): string {
  const act = actOf(type);
  const clauses = clausesOf(act);
  const under =
    clauses.length === 0 ? [] : [`${clauses.length === 1 ? 'Clause' : 'Clauses'} ${clauses.join(', ')}.`];
  return [...under, `Posted by: ${rolesOf(act).join(', ')}.`].join(' ');
}

/** A payload of several possible forms gets its `type` in each of them. */
function withType(payload: JsonSchema, type: string): JsonSchema {
  if (payload.oneOf)
    return { ...payload, oneOf: payload.oneOf.map((form) => withType(form as JsonSchema, type)) };
  if (payload.anyOf)
    return { ...payload, anyOf: payload.anyOf.map((form) => withType(form as JsonSchema, type)) };
  return {
    ...payload,
    properties: { type: { type: 'string', const: type }, ...payload.properties },
    required: ['type', ...(payload.required ?? [])],
  };
}
