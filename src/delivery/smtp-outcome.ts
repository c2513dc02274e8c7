/** What became of handing a mail to the relay. */
export type Outcome =
  | { readonly kind: 'accepted' }
  /** The relay will never take this mail for this recipient: the letter was not delivered (II.16.4.3). */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The letter is not at fault, or may yet be taken: try again. */
  | { readonly kind: 'later'; readonly reason: string };

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly message?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly rejectedErrors?: readonly SmtpError[];
}

/** RFC 3463, X.7: our relay does not let us, which says nothing about the recipient. */
const IS_POLICY = /^5\d\d[ -]5\.7\./;

/** What nodemailer itself finds to be no address. */
const IS_NO_ADDRESS = /^Invalid recipient /;

/** Commands whose refusal is about this recipient or this mail; before them the relay refuses us. */
const ABOUT_THE_LETTER = /^(RCPT TO|DATA)/;

const wordsOf = (error: SmtpError): string =>
  (error.response ?? (error instanceof Error ? error.message : String(error))).slice(0, 500);

/** A refusal for good (5xx) of the recipient or of the mail is a failure; anything else is tried again: 4xx, a relay that is
 *  not there, one that does not let us in. */
export function outcomeOf(error: unknown): Outcome {
  const told = error as SmtpError;
  const cause = told.rejectedErrors?.[0] ?? told;
  const { responseCode = 0, command = '', response = '' } = cause;
  const aboutTheLetter = ABOUT_THE_LETTER.test(command) || cause.code === 'EMESSAGE';
  const forGood = responseCode >= 500 && responseCode < 600 && aboutTheLetter && !IS_POLICY.test(response);
  const refused = forGood || IS_NO_ADDRESS.test(cause.message ?? '');
  return { kind: refused ? 'refused' : 'later', reason: wordsOf(cause) };
}
