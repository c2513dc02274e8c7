import { z } from 'zod';
import { SUB_USER_RIGHTS } from '../../workflows/roles.ts';
import { AMOUNT_PATTERN } from '../law/money.ts';

/** What the API answers of invoices, payments and contexts. */

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const amount = z.string().regex(AMOUNT_PATTERN).describe('EUR');

const invoiceSchema = z
  .object({
    number: z.string(),
    caseId: z.uuid(),
    caseNumber: z.string(),
    kind: z.enum(['advance', 'final', 'credit']),
    issuedOn: day,
    dueOn: day,
    net: amount,
    vatRate: z.string(),
    vat: amount,
    gross: amount,
    state: z.enum(['open', 'partly-paid', 'overdue', 'paid', 'void', 'credit']),
    outstanding: amount.describe('EUR that it still asks for'),
    reference: z.string().describe('Creditor reference of ISO 11649'),
    credits: z.string().nullable().describe('Number of the invoice that a credit note takes back'),
    creditedBy: z.string().nullable(),
    documentId: z.string().nullable().describe('The letter that it was sent with'),
  })
  .meta({ id: 'Invoice' });

const receivedSchema = z
  .object({
    caseId: z.uuid(),
    caseNumber: z.string(),
    kind: z.enum(['received', 'paid-back']),
    amount,
    on: day,
    reference: z.string().nullable(),
    counts: z.boolean().describe('Whether the money is on the account named in the invoice (II.10.2)'),
  })
  .meta({ id: 'MoneyReceived' });

export const caseMoneySchema = z
  .object({
    caseId: z.uuid(),
    caseNumber: z.string(),
    invoices: z.array(invoiceSchema).describe('Latest first'),
    payments: z.array(receivedSchema).describe('Latest first'),
    received: amount,
    outstanding: amount,
    refundDue: amount,
  })
  .meta({ id: 'CaseMoney' });

export const paymentSchema = z
  .object({
    id: z.uuid(),
    reference: z.string(),
    amount,
    state: z
      .enum(['begun', 'confirmed', 'paid', 'failed', 'abandoned'])
      .describe('`confirmed`: the provider has the money; `paid`: it is booked to the case'),
    provider: z.string(),
    createdAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Payment' });

export const paymentBegunSchema = paymentSchema
  .extend({
    goTo: z.string().describe('Where the payer goes on: a path of ours, or an address of the provider'),
  })
  .meta({ id: 'PaymentBegun' });

export const contextsSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        rights: z.array(z.enum(SUB_USER_RIGHTS)).nullable().describe('Null: the own context'),
        current: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Contexts' });
