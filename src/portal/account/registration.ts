import { z } from 'zod';
import { passwordProblem } from '../../identity/password-rules.ts';
import { normalPartyCode } from '../../law/party-code.ts';
import { isOneLine, spelledOnce } from '../../law/plain-text.ts';
import type { Form } from '../forms/form-body.ts';
import type { Wrong } from '../forms/form-errors.ts';
import type { View } from '../frame/view.ts';
import { passwordAdvice } from './password-advice.ts';

/** What somebody filled in to get an account. */
export interface Registration {
  readonly kind: 'natural' | 'legal';
  readonly name: string;
  readonly partyCode: string;
  readonly email: string;
  readonly password: string;
}

const email = z.email().max(100);
const LONGEST_NAME = 300;

interface Read {
  readonly registration: Registration | null;
  readonly wrong: readonly Wrong[];
}

export function readRegistration({ t }: View, form: Form, raw: Readonly<Record<string, unknown>>): Read {
  const wrong: Wrong[] = [];
  const refuse = (field: string, text: string): void => void wrong.push({ field, text });
  const kind = form.text('kind');
  const name = spelledOnce(form.text('name'));
  const partyCode = normalPartyCode(form.text('code'));
  const address = form.text('email');
  const password = String(raw.password ?? '');

  if (kind !== 'natural' && kind !== 'legal') refuse('kind', t('account.register.kindMissing'));
  if (name === '' || name.length > LONGEST_NAME || !isOneLine(name))
    refuse('name', t('account.register.nameMissing'));
  if (!/^\d{11}$/.test(partyCode)) refuse('code', t('account.register.codeWrong'));
  if (!email.safeParse(address).success) refuse('email', t('account.register.emailWrong'));
  const problem = passwordProblem(password, address);
  if (problem) {
    refuse('password', passwordAdvice(t, problem));
  } else if (password !== String(raw.again ?? '')) {
    refuse('again', t('account.register.passwordDiffers'));
  }
  if (wrong.length > 0 || (kind !== 'natural' && kind !== 'legal')) return { registration: null, wrong };
  return {
    wrong,
    registration: { kind, name, partyCode, email: address, password },
  };
}
