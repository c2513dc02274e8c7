import { type NoticeId, OPERATOR_NOTICES } from '../../../workflows/notices.ts';
import type { Language } from '../../law/words.ts';
import { checkedModel, type LetterModel } from '../compose.ts';
import { headFor } from './head.ts';
import { samplesIn } from './letters.ts';
import type { Sample } from './sample.ts';

/** A sample as a model, checked like every letter. */
export interface SampleLetter {
  readonly notice: NoticeId;
  /** What this form of the letter shows. */
  readonly shows: string;
  readonly model: LetterModel;
}

export function sampleLetters(language: Language, notice?: NoticeId): SampleLetter[] {
  const samples = samplesIn(language);
  return OPERATOR_NOTICES.filter((one) => notice === undefined || one === notice).flatMap((one) =>
    (samples[one] as readonly Sample[]).map(({ shows, letter, head, enclosures = [] }) => ({
      notice: one,
      shows,
      model: checkedModel(one, { head: headFor(one, language, head), letter, enclosures }),
    })),
  );
}
