import type { Edition } from '../../law/law-book.ts';
import type { SettingDefinition } from '../../law/settings/setting.ts';
import { SETTINGS, type SettingName } from '../../law/settings/settings.ts';
import { say, type Words } from '../../law/words.ts';
import { assertFromTomorrow, type Present, wrong } from './rule.ts';

const MOST_DAYS = 3650;

/** A reading of an unclear clause, or a policy: one of its choices, from tomorrow on at the earliest. */
export function assertSetting({ name, value, since }: Edition, present: Present): void {
  const message = whyNot(value, SETTINGS[name as SettingName]);
  if (message) throw wrong('value', message);
  assertFromTomorrow(since, present);
}

function whyNot(
  value: Edition['value'],
  { choices }: SettingDefinition<string | number | boolean>,
): Words | null {
  if (choices === 'boolean')
    return typeof value === 'boolean' ? null : say('jābūt true vai false', 'must be true or false');
  if (choices === 'days')
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_DAYS
      ? null
      : say(`jābūt dienu skaitam no 0 līdz ${MOST_DAYS}`, `must be a number of days from 0 to ${MOST_DAYS}`);
  return choices.includes(value)
    ? null
    : say(`jābūt vienam no: ${choices.join(' | ')}`, `must be one of: ${choices.join(' | ')}`);
}
