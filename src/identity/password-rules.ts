import { isWellKnown } from './common-passwords.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './passwords.ts';

/** Why a password is not taken. Length decides, not a mixture of signs; what is guessed first is refused. */
export type PasswordProblem = 'short' | 'long' | 'common';

/** What passwords that everybody guesses are made of, beside digits and signs. */
const COMMON_WORDS = [
  'password',
  'passwort',
  'parole',
  'parolite',
  'letmein',
  'welcome',
  'qwerty',
  'qwertyuiop',
  'asdfgh',
  'asdfghjkl',
  'zxcvbn',
  'zxcvbnm',
  'abc',
  'abcdef',
  'iloveyou',
  'admin',
  'administrator',
  'latvija',
  'riga',
  'elektriba',
  'pieslegums',
  'sadalestikls',
] as const;

const FEWEST_CHARACTERS = 5;
const ROWS = ['1234567890'.repeat(4), 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];

export function passwordProblem(password: string, username: string): PasswordProblem | null {
  const { length } = [...password];
  if (length < SHORTEST_PASSWORD) return 'short';
  if (password.length > LONGEST_PASSWORD) return 'long';
  return isGuessedFirst(password, username) ? 'common' : null;
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function isGuessedFirst(password: string, username: string): boolean {
  const folded = fold(password);
  if (new Set(folded).size < FEWEST_CHARACTERS) return true;
  const reversed = [...folded].toReversed().join('');
  if (ROWS.some((row) => row.includes(folded) || row.includes(reversed))) return true;
  if (formsOf(folded).some(isWellKnown)) return true;
  const letters = folded.replace(/[^\p{L}]/gu, '');
  const own = fold(username)
    .split('@')[0]!
    .replace(/[^\p{L}]/gu, '');
  return [...COMMON_WORDS, ...(own.length > 3 ? [own] : [])].some((word) => isMadeOf(letters, word));
}

/** What a well-known password is dressed up as to reach its length: in digits and signs at its ends, or said twice. */
function formsOf(folded: string): readonly string[] {
  const bare = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [folded, bare].flatMap((form) => [form, unitOf(form)]).filter((form) => form.length > 3);
}

/** `dragon` of `dragondragon`. */
const unitOf = (text: string): string => /^(.+?)\1+$/u.exec(text)?.[1] ?? text;

/** `parole`, `paroleparole`; also nothing but digits and signs that pass for letters. */
const isMadeOf = (letters: string, word: string): boolean =>
  letters !== '' && letters.replaceAll(word, '') === '';
