import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Caller } from '../../../../src/casework/caller.ts';
import type { Language } from '../../../../src/law/words.ts';
import type { FieldSpec } from '../../../../src/portal/cases/acts/field-spec.ts';
import { ACTS_WITH_FORM, formFor } from '../../../../src/portal/cases/acts/form-of-act.ts';
import { controlOf } from '../../../../src/portal/cases/acts/parts-of-data.ts';
import { choiceKey, followsKey } from '../../../../src/portal/cases/acts/words-of-act.ts';
import { NAMES, nameOf } from '../../../../src/portal/messages/names.ts';
import { MESSAGES } from '../../../../src/portal/messages/translate.ts';
import { line, text } from '../../../../workflows/data.ts';
import { actOf, type EventType } from '../../../../workflows/events.ts';
import type { Role } from '../../../../workflows/roles.ts';
import { repositoryFiles } from '../../../support/repository.ts';

/** What the forms of acts are made of: their schemas, what the acts say besides, and their words. */

const files = repositoryFiles();

/** Where the words of an act stand: the file that is called like the folder of the act. */
function messagesOf(type: EventType, language: Language): string {
  const act = files.find(
    ({ path, text }) => path.startsWith('workflows/acts/') && text.includes(`\n  type: '${type}',`),
  );
  return `src/portal/messages/${language}/acts/${act!.path.split('/')[2]}.ts`;
}

const isShared = (label: string): boolean => label.startsWith('acts.parts.') || label.startsWith('acts.of.');

function missingWords(type: EventType, language: Language): readonly string[] {
  const messages = MESSAGES[language];
  const into = `the entry of '${type}' in ${messagesOf(type, language)}`;
  const entry = nameOf(NAMES[language], 'act', type) === type ? [`Write ${into}: act, event, follows.`] : [];
  const follows = messages.has(followsKey(type)) ? [] : [`Add \`follows\` to ${into}.`];
  const ofFields = formFor(type, null).flatMap(({ name, label, choices }) => {
    const lacksLabel = !messages.has(label);
    const lacking = (choices ?? []).filter(
      (value) => isShared(label) && !messages.has(choiceKey(type, name, value)),
    );
    return [
      ...(lacksLabel
        ? [`Add \`labels: { ${name}: … }\` to ${into}, or to parts.ts beside it if several acts call it so.`]
        : []),
      ...lacking.map((value) => `Add \`choices: { ${name}: { '${value}': … } }\` to ${into}.`),
    ];
  });
  return [...entry, ...follows, ...ofFields];
}

type Shape = Readonly<Record<string, z.ZodType>>;

function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? bare(schema.unwrap() as z.ZodType)
    : schema;
}

const shapesOf = (data: z.ZodType): readonly Shape[] =>
  data instanceof z.ZodDiscriminatedUnion
    ? (data.options as readonly z.ZodType[]).flatMap(shapesOf)
    : [(data as z.ZodObject).shape as Shape];

const isRequired = (schema: z.ZodType): boolean => !schema.safeParse(undefined).success;

/** Part I is asked for in rows, which the payload has by parameter. */
const pathOf = ({ name }: FieldSpec): readonly string[] =>
  name.startsWith('overrides.') ? ['partOne'] : name.split('.');

/** What is asked for and is no part of the data, and what is needed and not asked for. */
function mistakesIn(shape: Shape, paths: readonly (readonly string[])[], above: string): readonly string[] {
  const byKey = Map.groupBy(paths, ([key]) => key!);
  const unknown = [...byKey.keys()].filter((key) => !Object.hasOwn(shape, key));
  const inside = Object.entries(shape).flatMap(([key, schema]) => {
    const asked = byKey.get(key);
    if (!asked) return isRequired(schema) ? [`${above}${key} is needed and asked by no field`] : [];
    const deeper = asked.map(([, ...rest]) => rest).filter((rest) => rest.length > 0);
    const piece = bare(schema);
    if (deeper.length === 0) return [];
    return piece instanceof z.ZodObject
      ? mistakesIn(piece.shape as Shape, deeper, `${above}${key}.`)
      : [`${above}${key} has no parts`];
  });
  return [...unknown.map((key) => `${above}${key} is no part of the data`), ...inside];
}

/** Parts that a page gives instead of asking count as asked. */
function mistakes(type: EventType): readonly string[] {
  const { data, form } = actOf(type);
  const given = Object.entries(form)
    .filter(([, question]) => question?.instead !== undefined && question.instead !== 'nothing')
    .map(([key]) => [key]);
  const shapes = shapesOf(data);
  const asked = [...formFor(type, null).map(pathOf), ...given];
  const all = new Set(shapes.flatMap((shape) => Object.keys(shape)));
  const nowhere = asked.filter(([key]) => !all.has(key!)).map(([key]) => `${key} is no part of the data`);
  return [
    ...nowhere,
    ...shapes.flatMap((shape) =>
      mistakesIn(
        shape,
        asked.filter(([key]) => Object.hasOwn(shape, key!)),
        '',
      ),
    ),
  ];
}

const by = (role: Role): Caller => ({
  accountId: role,
  username: role,
  roles: [role],
  level: '3',
  method: 'portal-eid',
  kind: role === 'customer' ? 'natural' : 'staff',
  partyCode: null,
});

const chosenFrom = (type: EventType, role: Role, name: string) =>
  formFor(type, by(role)).find((one) => one.name === name)?.choices;

describe.each(ACTS_WITH_FORM)('the form of %s', (type) => {
  test.each(['lv', 'en'] as const)('has all its words, %s', (language) => {
    const missing = missingWords(type, language);
    expect(missing, missing.join(' ')).toEqual([]);
  });

  test('asks for parts of the data, and for every part that is needed', () => {
    const found = mistakes(type);
    expect(found, found.join(' ')).toEqual([]);
  });
});

describe('a form asks', () => {
  test.each([
    ['a date as a day', 'works.started', 'on', 'day'],
    ['an instant as a moment', 'contract.signed', 'signedAt', 'moment'],
    ['a text in an area', 'offer.objected', 'reasons', 'area'],
    ['a line in a line', 'authority.filed', 'agent', 'line'],
    ['a list line by line', 'application.returned', 'missing', 'lines'],
    ['a text or a list of texts line by line', 'works.suspended', 'flaws', 'lines'],
    ['a yes or no by a tick', 'application.routed', 'designNeeded', 'tick'],
    ['a listed value by a choice', 'contract.terminated', 'reason', 'choice'],
    ['an amount in euros', 'refund.decided', 'refund', 'amount'],
    ['an amount above nothing in euros', 'payment.received', 'amount', 'amount'],
    ['an e-mail address as such', 'details.changed', 'email', 'email'],
    ['what the act names as the act says', 'details.changed', 'phone', 'phone'],
  ] as const)('%s', (_, type, name, kind) => {
    expect(formFor(type, null).find((one) => one.name === name)?.kind).toBe(kind);
  });

  test('for a declaration that must be made, and for a yes or no that may stay empty', () => {
    const fields = formFor('readiness.confirmed', by('customer'));
    expect(fields.map(({ name, kind, optional }) => [name, kind, optional])).toEqual([
      ['installationsBuilt', 'tick', false],
      ['preparedForVoltage', 'tick', false],
      ['tradingContract', 'tick', true],
    ]);
  });

  test('with a default of the schema standing in its field', () => {
    const account = formFor('payment.received', by('finance')).find(({ name }) => name === 'account');
    expect(account).toMatchObject({ optional: false });
    expect(account?.first?.(undefined as never, '2025-03-01')).toBe('main');
  });

  test('staff alone for what came on paper, and for a price', () => {
    const asked = (type: EventType, role: Role) => formFor(type, by(role)).map(({ name }) => name);
    expect(asked('contract.withdrawn', 'service')).toEqual(['form', 'dispatchedOn']);
    expect(asked('contract.withdrawn', 'customer')).toEqual(['form']);
    expect(asked('contract.amended', 'customer')).toEqual(['agreement', 'termOn', 'paymentDueOn']);
    expect(asked('contract.amended', 'engineer')).toContain('quote.connection.ampere');
  });

  test('a price that is needed as such, one that may be left out behind a heading', () => {
    const ampere = (type: EventType) =>
      formFor(type, by('engineer')).find(({ name }) => name === 'quote.connection.ampere');
    expect(ampere('offer.issued')).not.toHaveProperty('group');
    expect(ampere('contract.amended')).toMatchObject({
      optional: true,
      group: 'acts.arranged.groups.repricing',
    });
    expect(ampere('contract.amended')).not.toHaveProperty('first');
  });
});

describe('a form offers a role no choice that its act refuses', () => {
  test('the portal’s signature is the signer’s own (II.7.6)', () => {
    expect(chosenFrom('contract.signed', 'service', 'form')).toEqual([
      'handwritten-identifiable',
      'esign-timestamped',
    ]);
    expect(chosenFrom('contract.signed', 'customer', 'form')).toContain('portal');
    expect(chosenFrom('contract.signed', 'engineer', 'form')).toContain('portal');
  });

  test('a notice in the portal is the customer’s own, a paper is entered by staff', () => {
    expect(chosenFrom('contract.withdrawn', 'customer', 'form')).toEqual(['portal']);
    expect(chosenFrom('contract.withdrawn', 'service', 'form')).toEqual(['paper']);
  });

  test('a customer stops works for adverse conditions alone and is asked for these (II.13.1.3)', () => {
    const fields = formFor('works.suspended', by('customer'));
    expect(fields.map(({ name, optional }) => [name, optional])).toEqual([
      ['reason', false],
      ['from', false],
      ['likelyEndOn', false],
      ['conditions', false],
    ]);
    expect(chosenFrom('works.suspended', 'customer', 'reason')).toEqual(['adverse-conditions']);
    expect(chosenFrom('works.suspended', 'engineer', 'reason')).toHaveLength(4);
  });
});

describe('a piece of data', () => {
  test('says by what it is asked for, also where it is optional, described or narrower', () => {
    expect(controlOf(text)).toBe('area');
    expect(controlOf(line.describe('a name'))).toBe('line');
    expect(controlOf(text.refine((written) => written !== '-'))).toBe('area');
    expect(controlOf(z.union([line, z.strictObject({ name: line })]))).toBe('line');
  });

  test('for which there is no control says what to do', () => {
    expect(() => controlOf(z.number())).toThrow('No form can ask for a number: say in the act under `form`');
  });

  test('says nothing of its control to the API', () => {
    expect(z.toJSONSchema(line)).toEqual(z.toJSONSchema(z.string().min(1).max(300)));
  });
});
