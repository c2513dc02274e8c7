import { type Response, Router } from 'express';
import { answerWithFile } from '../../http/answer-with-file.ts';
import { invalid } from '../../http/read.ts';
import { resource } from '../../http/resource.ts';
import { Refusal } from '../../law/refusal.ts';
import { TERMS_CLAUSES } from '../../law/terms/terms.ts';
import { say } from '../../law/words.ts';
import { isoDayOf } from '../forms/day-text.ts';
import type { Form } from '../forms/form-body.ts';
import { viewOf } from '../frame/view.ts';
import { MESSAGES } from '../messages/translate.ts';
import type { Portal } from '../portal.ts';
import { callerOf, signedIn, withRole } from '../session/guards.ts';
import { proposing, type ShowAgain } from './proposing.ts';
import { ADMINISTRATORS, READERS } from './sections.ts';
import {
  firstTerms,
  newTermsPage,
  PARAMETERS,
  parameterField,
  TERMS_FIELDS,
  termsPage,
  termsVersionPage,
} from './terms.page.ts';

const noSuchVersion = (): Refusal =>
  new Refusal({
    code: 'terms.not-found',
    kind: 'not-found',
    detail: say('Šādas redakcijas nav.', 'There is no such version.'),
  });

const notPdf = (): Refusal => {
  const message = say(
    MESSAGES.lv.get('administration.terms.filePdf') as string,
    MESSAGES.en.get('administration.terms.filePdf') as string,
  );
  return invalid([{ field: 'documentId', message }]);
};

/** Versions of Part II (II.1.4 to II.1.7). */
export function termsRoutes({ services: { lawReading, lawDesk }, show }: Portal): Router {
  /** The text is kept first and then named; one that no proposal names is of no effect. */
  async function textOf(form: Form, res: Response): Promise<string | undefined> {
    const [file] = form.files('documentId');
    if (!file) return undefined;
    if (file.contentType !== 'application/pdf') throw notPdf();
    return lawReading.keepText(callerOf(res), { name: file.name, bytes: file.bytes });
  }

  const again: ShowAgain = async (_req, res, values, errors, status) => {
    show(res, 'administration/terms-new', newTermsPage(viewOf(res), values, errors), status);
  };

  const router = Router();
  const readers = withRole(...READERS);
  const administrators = withRole(...ADMINISTRATORS);
  resource(router, '/admin/terms', {
    get: [
      readers,
      async (_req, res) => {
        const view = viewOf(res);
        const { items } = await lawReading.terms(callerOf(res), view.language);
        show(res, 'administration/terms', termsPage(view, items));
      },
    ],
  });
  resource(router, '/admin/terms/new', {
    get: [
      administrators,
      async (_req, res) => {
        const view = viewOf(res);
        const { items } = await lawReading.terms(callerOf(res), view.language);
        const present = items.find(({ inForce }) => inForce)!;
        show(res, 'administration/terms-new', newTermsPage(view, firstTerms(present), null));
      },
    ],
    post: [
      administrators,
      proposing({
        lawDesk,
        shown: TERMS_FIELDS,
        requestOf: async (form, _req, res) => {
          const exemption = form.text('exemption');
          const documentId = await textOf(form, res);
          return {
            kind: 'terms',
            version: form.text('version'),
            publishedOn: isoDayOf(form.text('publishedOn')),
            effectiveOn: isoDayOf(form.text('effectiveOn')),
            ground: form.text('ground'),
            source: form.text('source'),
            parameters: parametersOf(form),
            ...(exemption === '' ? {} : { exemption }),
            ...(documentId === undefined ? {} : { documentId }),
          };
        },
        again,
      }),
    ],
  });
  resource(router, '/admin/terms/:version', {
    get: [
      readers,
      async (req, res) => {
        const view = viewOf(res);
        const { items } = await lawReading.terms(callerOf(res), view.language);
        const terms = items.find(({ version }) => version === req.params.version);
        if (!terms) throw noSuchVersion();
        show(res, 'administration/terms-version', termsVersionPage(view, terms));
      },
    ],
  });
  resource(router, '/admin/terms/:version/document', {
    get: [
      signedIn,
      async (req, res) => {
        answerWithFile(res, await lawReading.termsText(String(req.params.version)));
      },
    ],
  });
  return router;
}

const WHOLE = /^\d{1,7}$/;

/** Days, months and amounts of electricity are whole numbers, shares and dates text. */
const parametersOf = (form: Form): Record<string, string | number> =>
  Object.fromEntries(
    PARAMETERS.map((name) => {
      const text = form.text(parameterField(name));
      const { unit } = TERMS_CLAUSES[name];
      if (unit === 'date') return [name, isoDayOf(text)];
      if (unit === 'ratio') return [name, text.replace(',', '.')];
      return [name, WHOLE.test(text) ? Number(text) : text];
    }),
  );
