import type { NoticeId } from '../../../workflows/notices.ts';
import type { Language } from '../../law/words.ts';
import { answersSamples } from './answers.ts';
import { applicationSamples } from './application.ts';
import { correspondenceSamples } from './correspondence.ts';
import { endingSamples } from './ending.ts';
import { moneySamples } from './money.ts';
import { offerSamples } from './offer.ts';
import type { SamplesOf } from './sample.ts';
import { suspensionSamples } from './suspension.ts';
import { worksSamples } from './works.ts';

export function samplesIn(language: Language): SamplesOf<NoticeId> {
  const telling = { language, t: (lv: string, en: string): string => (language === 'lv' ? lv : en) };
  return {
    ...applicationSamples(telling),
    ...offerSamples(telling),
    ...answersSamples(telling),
    ...moneySamples(),
    ...suspensionSamples(telling),
    ...worksSamples(telling),
    ...endingSamples(telling),
    ...correspondenceSamples(telling),
  };
}
