import { Router } from 'express';
import { resource } from '../../http/resource.ts';
import { type Table, table } from '../components/table.ts';
import type { Page } from '../frame/page.ts';
import { type View, viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';

/** Pages of text alone. */
export function textsRoutes({ show }: Portal): Router {
  const router = Router();
  resource(router, '/accessibility', {
    get: [(_req, res) => show(res, 'public/accessibility', accessibilityPage(viewOf(res)))],
  });
  resource(router, '/privacy', {
    get: [(_req, res) => show(res, 'public/privacy', privacyPage(viewOf(res)))],
  });
  return router;
}

const accessibilityPage = ({ t }: View): Page => ({
  title: t('pages.accessibility.title'),
  frame: { lead: t('pages.accessibility.lead') },
});

interface PrivacyPage extends Page {
  readonly controller: string;
  readonly complaint: string;
  readonly retention: Table;
}

function privacyPage({ t, operator }: View): PrivacyPage {
  const { name, registrationNumber: number, address, email } = operator;
  return {
    title: t('pages.privacy.title'),
    frame: { lead: t('pages.privacy.lead') },
    controller: t('pages.privacy.controllerText', { name, number, address }),
    complaint: t('pages.privacy.complaint', { email }),
    retention: table({
      columns: [{ label: t('pages.privacy.retention.what') }, { label: t('pages.privacy.retention.term') }],
      rows: [
        [t('pages.privacy.retention.contract'), t('pages.privacy.retention.contractTerm')],
        [t('pages.privacy.retention.submissions'), t('pages.privacy.retention.submissionsTerm')],
        [t('pages.privacy.retention.invoices'), t('pages.privacy.retention.invoicesTerm')],
        [t('pages.privacy.retention.consent'), t('pages.privacy.retention.consentTerm')],
      ],
    }),
  };
}
