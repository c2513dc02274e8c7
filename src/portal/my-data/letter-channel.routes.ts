import { type Response, Router } from 'express';
import { letterChannelWish } from '../../delivery/letter-channel.ts';
import { resource } from '../../http/resource.ts';
import { formFields } from '../forms/fields.ts';
import { formOf } from '../forms/form-body.ts';
import { type FormErrors, formErrors } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, signedIn } from '../session/guards.ts';

const CHANNELS = ['portal', 'email', 'post'] as const;
const AS_OFFER = 'offer';

/** How letters are to come where the law leaves the choice (PO-08, II.16.4). */
export function letterChannelRoutes({ services: { db }, show }: Portal): Router {
  const wish = letterChannelWish(db);

  function showForm(res: Response, channel: string, errors: FormErrors | null): void {
    const view = viewOf(res);
    const { t, names } = view;
    show(
      res,
      'my-data/letter-channel',
      {
        title: t('myData.letterChannel.title'),
        frame: {
          crumbs: [{ label: t('myData.title'), href: '/my-data' }],
          lead: t('myData.letterChannel.lead'),
          errors: errors?.summary ?? null,
        },
        clause: view.clause('II.16.4'),
        fields: [
          formFields(view, { channel }, errors).radios('channel', {
            label: t('myData.letterChannel.label'),
            choices: [
              { value: AS_OFFER, label: t('myData.letterChannel.asOffer') },
              ...CHANNELS.map((value) => ({ value, label: names.channel[value] })),
            ],
          }),
        ],
      } as const,
      errors ? 422 : 200,
    );
  }

  const router = Router();
  resource(router, '/my-data/letters', {
    get: [signedIn, async (_req, res) => showForm(res, (await wish.find(callerOf(res))) ?? AS_OFFER, null)],
    post: [
      signedIn,
      async (_req, res) => {
        const given = formOf(res).text('channel');
        const channel = CHANNELS.find((one) => one === given);
        if (!channel && given !== AS_OFFER) {
          const text = viewOf(res).t('myData.letterChannel.missing');
          return showForm(res, '', formErrors(viewOf(res), [{ field: 'channel', text }]));
        }
        await wish.set(callerOf(res), channel ?? null);
        goOn(res, '/my-data', 'letterChannelKept');
      },
    ],
  });
  return router;
}
