import type { NoticeId } from '../../../workflows/notices.ts';
import type { LetterDefinition } from '../definition.ts';
import { annulment, annulmentWarning } from './annulment.ts';
import { missing, receipt, technical } from './application.ts';
import { inForce } from './conclusion.ts';
import { breach, complaintAnswer, dataSubjectAnswer, termsAmended } from './correspondence.ts';
import { debtWarning } from './debt.ts';
import { confirmation, end } from './ending.ts';
import { advanceInvoice, finalInvoice } from './invoices.ts';
import { connected, notReady, oldSupplyCut } from './link.ts';
import { objectionRejected, offer, revisedOffer } from './offer.ts';
import { adverseConditions, designFlaws, diggingBan, preparatoryWorks, resumption } from './suspension.ts';
import { completion, forceMajeure } from './works.ts';

/** Every letter of the operator, by its id. */
export const LETTERS = {
  'N-RECEIPT': receipt,
  'N-MISSING': missing,
  'N-TECH': technical,
  'N-OFFER': offer,
  'N-ADVINV': advanceInvoice,
  'N-OBJREJ': objectionRejected,
  'N-REVOFFER': revisedOffer,
  'N-ANNWARN': annulmentWarning,
  'N-ANN': annulment,
  'N-INFORCE': inForce,
  'N-SUSP-1': designFlaws,
  'N-SUSP-2': preparatoryWorks,
  'N-SUSP-3': adverseConditions,
  'N-SUSP-4': diggingBan,
  'N-RESUME': resumption,
  'N-FM': forceMajeure,
  'N-COMPL': completion,
  'N-FINALINV': finalInvoice,
  'N-CONN': connected,
  'N-CUTOLD': oldSupplyCut,
  'N-NOTREADY': notReady,
  'N-DEBTWARN': debtWarning,
  'N-END': end,
  'N-CONF': confirmation,
  'N-COMPLAINT': complaintAnswer,
  'N-BREACH': breach,
  'N-GTC': termsAmended,
  'N-GDPR': dataSubjectAnswer,
} as const satisfies Record<NoticeId, LetterDefinition>;
