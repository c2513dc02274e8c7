import type { ReaddressLetter } from '../casework/carry-out/letter.ts';
import type { LetterModel } from './compose.ts';
import { addressLines } from './head.ts';

/** The letter as it was written, to the same person at another address. null: it was written to somebody else. */
export const readdressLetter: ReaddressLetter = (model, { before, after, channel, address }) => {
  const letter = model as LetterModel;
  const { to } = letter.head;
  const code = before?.personalCode ?? before?.registrationNumber ?? null;
  const isTheirs = to.code !== null && code !== null ? to.code === code : to.name === before?.name;
  if (!isTheirs) return null;
  const postal = channel === 'post' ? address.to : after?.postalAddress;
  const lines = postal ? addressLines(postal) : to.lines;
  const email = channel === 'email' ? address.to : (after?.email ?? to.email);
  return { ...letter, head: { ...letter.head, to: { ...to, name: after?.name ?? to.name, lines, email } } };
};
