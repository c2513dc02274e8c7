import { z } from 'zod';
import { type NoticeId, OPERATOR_NOTICES } from '../../workflows/notices.ts';
import type { ComposeLetter, LetterAsked } from '../casework/carry-out/letter.ts';
import { cleanModel } from './clean.ts';
import type { LetterDefinition } from './definition.ts';
import { enclosureSchema } from './enclosures.ts';
import { headOf, headSchema } from './head.ts';
import { LETTERS } from './models/index.ts';

/** A letter as it is stored with its event: plain facts, from which it is rendered once. */
const modelSchema = <Fields extends z.ZodType>(fields: Fields) =>
  z.strictObject({ head: headSchema, letter: fields, enclosures: z.array(enclosureSchema) });

const MODELS: ReadonlyMap<NoticeId, z.ZodType> = new Map(
  OPERATOR_NOTICES.map((notice) => [notice, modelSchema<z.ZodType>(LETTERS[notice].fields)]),
);

export interface LetterModel {
  readonly head: z.output<typeof headSchema>;
  readonly letter: Readonly<Record<string, unknown>>;
  readonly enclosures: readonly z.output<typeof enclosureSchema>[];
}

/** A field that the letter needs is missing or has the wrong form: an error where the letter is made, never a blank on
 *  paper. It names the field, not what somebody wrote there. */
export class LetterIsIncomplete extends Error {
  readonly notice: NoticeId;

  constructor(notice: NoticeId, error: z.ZodError) {
    super(
      `${notice} cannot be written: ${error.issues.map(({ path, code }) => `${path.join('.')} (${code})`).join(', ')}`,
    );
    this.name = 'LetterIsIncomplete';
    this.notice = notice;
  }
}

/** @throws LetterIsIncomplete */
export function checkedModel(notice: NoticeId, model: unknown): LetterModel {
  const checked = MODELS.get(notice)!.safeParse(cleanModel(model));
  if (!checked.success) throw new LetterIsIncomplete(notice, checked.error);
  return checked.data as LetterModel;
}

function written(notice: NoticeId, asked: LetterAsked): LetterModel {
  const definition: LetterDefinition = LETTERS[notice];
  return checkedModel(notice, {
    head: headOf(notice, asked),
    letter: definition.fill(asked),
    enclosures: definition.enclose?.(asked) ?? [],
  });
}

/** The same person, perhaps by another name since; a new owner of the object never gets the letters of the former one. */
const isOfSameCustomer = (before: LetterModel['head']['to'], now: LetterModel['head']['to']): boolean =>
  before.code !== null && now.code !== null ? before.code === now.code : before.name === now.name;

/** The letter that did not arrive, word for word but for the day, the way, and what hangs on the day of receipt. */
function writtenAgain(notice: NoticeId, asked: LetterAsked, model: LetterModel): LetterModel | null {
  const definition: LetterDefinition = LETTERS[notice];
  if (definition.stands && !definition.stands(asked, model.letter)) return null;
  const head = headOf(notice, { ...asked, language: model.head.language });
  const renewed = definition.refill?.(asked) as object | undefined;
  const again = checkedModel(notice, { ...model, head, letter: { ...model.letter, ...renewed } });
  return isOfSameCustomer(model.head.to, again.head.to) ? again : null;
}

/** Makes the view model of a letter from the event that it tells of; pure. null: a letter that failed is not sent again.
 *  @throws LetterIsIncomplete */
export const composeLetter: ComposeLetter = (notice, asked) =>
  asked.again ? writtenAgain(notice, asked, asked.again.model as LetterModel) : written(notice, asked);
