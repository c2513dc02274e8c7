import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';

export const noSuchProposal = (): Refusal =>
  new Refusal({
    code: 'proposal.not-found',
    kind: 'not-found',
    detail: say('Šāda priekšlikuma nav.', 'There is no such proposal.'),
  });

export const isDecided = (): Refusal =>
  new Refusal({
    code: 'proposal.decided',
    detail: say('Par šo priekšlikumu jau ir lemts.', 'This proposal has already been decided.'),
  });

export const reasonsNeeded = (): Refusal => {
  const message = say('noraidot jānorāda pamatojums', 'are required where a proposal is declined');
  return new Refusal({
    code: 'proposal.reasons-needed',
    kind: 'invalid',
    detail: say('Noraidot jānorāda pamatojums.', 'Reasons are required where a proposal is declined.'),
    errors: [{ field: 'reasons', message }],
  });
};

export const noSuchDocument = (): Refusal => {
  const message = say('šāda augšupielādēta faila nav', 'names no file that was uploaded');
  return new Refusal({
    code: 'terms.no-such-document',
    kind: 'invalid',
    detail: message,
    errors: [{ field: 'documentId', message }],
  });
};

export const noTextOf = (version: string): Refusal =>
  new Refusal({
    code: 'terms.no-document',
    kind: 'not-found',
    clause: 'II.1.1',
    detail: say(
      `II daļas redakcijai „${version}” faila nav.`,
      `There is no file of the version “${version}” of Part II.`,
    ),
  });

export const noSuchTerms = (version: string): Refusal =>
  new Refusal({
    code: 'terms.not-found',
    kind: 'not-found',
    clause: 'II.1.1',
    detail: say(`II daļas redakcijas „${version}” nav.`, `There is no version “${version}” of Part II.`),
  });

/** What customers were given stays what it was (II.1.7). */
export const hasTextAlready = (version: string): Refusal =>
  new Refusal({
    code: 'terms.has-document',
    clause: 'II.1.7',
    detail: say(
      `II daļas redakcijai „${version}” jau ir cits fails, un to nemaina. Izdodiet jaunu redakciju.`,
      `The version “${version}” of Part II has another file already, which is not changed. Issue a new version.`,
    ),
  });
