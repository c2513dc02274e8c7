import { z } from 'zod';
import { line } from '../../../workflows/data.ts';

/** What an administrator asks for; what it may mean is asked by the desk. */

export const STAFF_ROLES = ['service', 'engineer', 'finance', 'privacy', 'admin'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

const staffRoles = z
  .array(z.enum(STAFF_ROLES))
  .min(1)
  .transform((roles) => STAFF_ROLES.filter((role) => roles.includes(role)))
  .describe('What its holder may do; each role is a desk of the operator');

export const newStaffAccount = z
  .strictObject({
    username: z
      .string()
      .trim()
      .regex(/^[\p{L}\p{N}._@-]{2,100}$/u, 'has 2 to 100 letters, digits, dots, hyphens or @'),
    name: line,
    email: z.email().max(254).optional(),
    language: z.enum(['lv', 'en']).default('lv'),
    roles: staffRoles,
  })
  .meta({ id: 'NewStaffAccount' });

export type NewStaffAccount = z.output<typeof newStaffAccount>;

export const accountAct = z
  .discriminatedUnion('act', [
    z.strictObject({ act: z.literal('roles'), roles: staffRoles }),
    z.strictObject({ act: z.literal('close') }),
    z.strictObject({ act: z.literal('open') }),
    z
      .strictObject({ act: z.literal('password') })
      .describe(
        'A new way in: a link by e-mail, or a one-time password that the second administrator is told',
      ),
    z.strictObject({ act: z.literal('sign-out') }).describe('Ends every session'),
  ])
  .meta({ id: 'AccountAct' });

export type AccountAct = z.output<typeof accountAct>;

const LONGEST_PAGE = 200;

export const accountListQuery = z.strictObject({
  q: z.string().trim().max(100).optional().describe('Part of the username, the name or the e-mail address'),
  role: z.enum(['customer', ...STAFF_ROLES]).optional(),
  active: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  staff: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  after: z.string().max(100).optional().describe('`next` of the page before'),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, `must be a whole number from 1 to ${LONGEST_PAGE}`)
    .transform(Number)
    .pipe(z.int().min(1).max(LONGEST_PAGE))
    .default(50),
});

export type AccountListQuery = z.output<typeof accountListQuery>;
