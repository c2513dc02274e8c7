import { Router } from 'express';
import { resource } from '../../http/resource.ts';
import { Refusal } from '../../law/refusal.ts';
import type { SettingDefinition } from '../../law/settings/setting.ts';
import { SETTINGS, type SettingName } from '../../law/settings/settings.ts';
import { say } from '../../law/words.ts';
import { isoDayOf } from '../forms/day-text.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, withRole } from '../session/guards.ts';
import { pendingFor } from './proposal-parts.ts';
import { proposing, type ShowForm } from './proposing.ts';
import { READERS } from './sections.ts';
import { SETTING_FIELDS, settingPage, settingsPage } from './settings.page.ts';

const noSuchSetting = (): Refusal =>
  new Refusal({
    code: 'setting.not-found',
    kind: 'not-found',
    detail: say('Šāda iestatījuma nav.', 'There is no such setting.'),
  });

/** Readings of unclear clauses and policies of the operator. */
export function settingsRoutes({ services: { lawReading, lawDesk }, show }: Portal): Router {
  const shown: ShowForm = async (req, res, values = {}, errors = null, status = 200) => {
    const view = viewOf(res);
    const { items } = await lawReading.settings(callerOf(res), view.language);
    const setting = items.find(({ name }) => name === req.params.name);
    if (!setting) throw noSuchSetting();
    const pending = await pendingFor(lawDesk, callerOf(res), 'setting', setting.name);
    show(res, 'administration/setting', settingPage(view, { setting, pending, values, errors }), status);
  };

  const router = Router();
  const readers = withRole(...READERS);
  resource(router, '/admin/settings', {
    get: [
      readers,
      async (_req, res) => {
        const view = viewOf(res);
        const { items } = await lawReading.settings(callerOf(res), view.language);
        show(res, 'administration/settings', settingsPage(view, items));
      },
    ],
  });
  resource(router, '/admin/settings/:name', {
    get: [readers, (req, res) => shown(req, res)],
    post: [
      readers,
      proposing({
        lawDesk,
        shown: SETTING_FIELDS,
        requestOf: (form, req) => ({
          kind: 'setting',
          name: req.params.name,
          value: typedValue(String(req.params.name), form.text('value')),
          since: isoDayOf(form.text('since')),
          source: form.text('source'),
        }),
        again: shown,
      }),
    ],
  });
  return router;
}

/** What a form sends is text; a setting is a choice, a yes or no, or a number of days. */
function typedValue(name: string, text: string): string | number | boolean {
  const setting: SettingDefinition<string | number | boolean> | undefined = Object.hasOwn(SETTINGS, name)
    ? SETTINGS[name as SettingName]
    : undefined;
  if (setting?.choices === 'days' && /^\d{1,5}$/.test(text)) return Number(text);
  if (setting?.choices === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
