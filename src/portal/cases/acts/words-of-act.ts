import type { EventType } from '../../../../workflows/events.ts';
import { MESSAGES, type MessageKey } from '../../messages/translate.ts';

/** Where the messages hold the words of an act: in its own entry, or among those of parts that several acts have. */

const found = (key: string): MessageKey | null => (MESSAGES.lv.has(key) ? (key as MessageKey) : null);

export const followsKey = (type: EventType): MessageKey => `acts.of.${type}.follows` as MessageKey;

export const bulkConfirmKey = (type: EventType): MessageKey => `acts.of.${type}.inBulk.confirm` as MessageKey;

export const bulkFollowsKey = (type: EventType): MessageKey => `acts.of.${type}.inBulk.follows` as MessageKey;

export const labelKey = (type: EventType, part: string): MessageKey =>
  found(`acts.of.${type}.labels.${part}`) ?? (`acts.parts.labels.${part}` as MessageKey);

export const hintKey = (type: EventType, part: string): MessageKey | null =>
  found(`acts.of.${type}.hints.${part}`) ?? found(`acts.parts.hints.${part}`);

export const choiceKey = (type: EventType, part: string, value: string): MessageKey =>
  found(`acts.of.${type}.choices.${part}.${value}`) ?? (`acts.parts.choices.${part}.${value}` as MessageKey);
