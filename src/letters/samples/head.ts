import type { z } from 'zod';
import type { NoticeId } from '../../../workflows/notices.ts';
import { SADALES_TIKLS } from '../../law/operator.ts';
import type { Language } from '../../law/words.ts';
import type { headSchema } from '../head.ts';

/** Customers and places of the samples; they belong to nobody. */
export const ANNA = {
  name: 'Anna Ozoliņa',
  kind: 'natural',
  code: '010190-10000',
  address: 'Parauga iela 12–4, Rīga, LV-1010',
  email: 'anna@piemers.example',
  phone: '+371 20000001',
} as const;

export const PARAUGS = {
  name: 'SIA "Paraugs"',
  kind: 'legal',
  code: '40000000001',
  address: 'Piemēra iela 1, Valmiera, LV-4201',
  email: null,
  phone: null,
} as const;

const { timeZone: _, casePrefix: __, ...OPERATOR } = SADALES_TIKLS;

type Head = z.input<typeof headSchema>;

export const headFor = (notice: NoticeId, language: Language, more: Partial<Head> = {}): Head => ({
  notice,
  language,
  caseNumber: 'P-2025-000123',
  date: '2025-03-10',
  operator: OPERATOR,
  to: {
    name: ANNA.name,
    kind: 'natural',
    code: ANNA.code,
    lines: ['Parauga iela 12–4', 'Rīga, LV-1010'],
    email: ANNA.email,
  },
  object:
    language === 'lv'
      ? 'Ķīšezera iela 3, Ādaži, kadastra Nr. 8044 001 0123'
      : 'Ķīšezera iela 3, Ādaži, cadastre no. 8044 001 0123',
  channel: 'email',
  receivedOn: '2025-03-10',
  receiptClause: 'II.16.4.3',
  again: null,
  ...more,
});

/** A letter that did not arrive by e-mail and goes out again by post. */
export const AGAIN: Partial<Head> = {
  date: '2025-03-12',
  channel: 'post',
  receivedOn: '2025-03-19',
  receiptClause: 'II.16.4.1',
  again: { sentOn: '2025-03-10', channel: 'email' },
};

export const TO_A_FIRM: Partial<Head> = {
  to: {
    name: PARAUGS.name,
    kind: 'legal',
    code: PARAUGS.code,
    lines: ['Piemēra iela 1', 'Valmiera, LV-4201'],
    email: null,
  },
  channel: 'post',
  receivedOn: '2025-03-17',
  receiptClause: 'II.16.4.1',
};
