import { say, type Words } from '../law/words.ts';

/** What is wrong with a request as HTTP, before any case is looked at. Refusals of the product are `Refusal`s. */
export class Fault extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: Words;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, detail: Words, headers: Readonly<Record<string, string>> = {}) {
    super(detail.en);
    this.name = 'Fault';
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.headers = headers;
  }
}

const CHALLENGE = { 'WWW-Authenticate': 'Bearer realm="pieslegums"' };

export const notSignedIn = (): Fault =>
  new Fault(
    401,
    'session.required',
    say(
      'Pierakstieties (POST /api/v1/sessions) un sūtiet saņemto pilnvaru: “Authorization: Bearer …”.',
      'Sign in (POST /api/v1/sessions) and send the token received: “Authorization: Bearer …”.',
    ),
    CHALLENGE,
  );

export const wrongCredentials = (): Fault =>
  new Fault(
    401,
    'session.wrong-credentials',
    say('Lietotājvārds vai parole nav pareiza.', 'The username or the password is not right.'),
    CHALLENGE,
  );

export const secondFactorNeeded = (): Fault =>
  new Fault(
    401,
    'session.second-factor',
    say(
      'Sūtiet arī otrā faktora kodu: {username, password, otp}.',
      'Send the code of the second factor too: {username, password, otp}.',
    ),
    CHALLENGE,
  );

export const wrongFactor = (): Fault =>
  new Fault(
    401,
    'session.wrong-second-factor',
    say(
      'Kods nav pareizs vai jau ir izmantots. Gaidiet nākamo.',
      'The code is not right or was used before. Wait for the next one.',
    ),
    CHALLENGE,
  );

export const oneTimePasswordExpired = (): Fault =>
  new Fault(
    401,
    'session.one-time-password-expired',
    say(
      'Vienreizējās paroles termiņš ir beidzies. Lūdziet administratoram jaunu.',
      'The one-time password opens no longer. Ask an administrator for a new one.',
    ),
    CHALLENGE,
  );

export const tooMany = (retryAfterSeconds: number): Fault =>
  new Fault(
    429,
    'rate.too-many',
    say(
      `Pārāk daudz pieprasījumu. Mēģiniet vēlreiz pēc ${retryAfterSeconds} s.`,
      `Too many requests. Try again in ${retryAfterSeconds} s.`,
    ),
    { 'Retry-After': String(retryAfterSeconds) },
  );

export const noSuchPage = (): Fault =>
  new Fault(404, 'http.no-such-path', say('Šādas adreses nav.', 'There is nothing at this address.'));

export const methodNotAllowed = (allowed: string): Fault =>
  new Fault(
    405,
    'http.method-not-allowed',
    say(`Šeit der tikai: ${allowed}.`, `Only these methods are possible here: ${allowed}.`),
    { Allow: allowed },
  );

export const notJson = (): Fault =>
  new Fault(
    415,
    'http.not-json',
    say('Saturam jābūt application/json.', 'The body must be application/json.'),
    { Accept: 'application/json' },
  );

export const notPdf = (): Fault =>
  new Fault(
    415,
    'http.not-pdf',
    say('Saturam jābūt PDF failam (application/pdf).', 'The body must be a PDF file (application/pdf).'),
    { Accept: 'application/pdf' },
  );

export const unsupportedEncoding = (): Fault =>
  new Fault(
    415,
    'http.unsupported-encoding',
    say(
      'Saturam jābūt UTF-8 un nesaspiestam, gzip, br vai deflate.',
      'The body must be UTF-8, plain or gzip, br or deflate.',
    ),
  );

export const bodyTooLarge = (limitBytes: number): Fault =>
  new Fault(
    413,
    'http.body-too-large',
    say(`Saturs drīkst būt līdz ${limitBytes} baitiem.`, `The body may be up to ${limitBytes} bytes.`),
  );

export const malformedBody = (): Fault =>
  new Fault(400, 'http.malformed-json', say('Saturs nav derīgs JSON.', 'The body is not well-formed JSON.'));

export const notReady = (): Fault =>
  new Fault(503, 'service.not-ready', say('Vēl startē.', 'Still starting.'), { 'Retry-After': '1' });

export const databaseAway = (outcomeUnknown: boolean): Fault =>
  new Fault(
    503,
    outcomeUnknown ? 'service.outcome-unknown' : 'service.database-away',
    outcomeUnknown
      ? say(
          'Savienojums ar datubāzi pārtrūka, un nav zināms, vai darbība ir saglabāta; pusē tā nav palikusi. Atkārtojiet ar to pašu Idempotency-Key.',
          'The connection to the database broke, and it is not known whether the act was stored; it is not half done. Repeat it with the same Idempotency-Key.',
        )
      : say(
          'Datubāze nav sasniedzama; nekas nav mainīts. Mēģiniet vēlreiz.',
          'The database cannot be reached; nothing was changed. Try again.',
        ),
    { 'Retry-After': '2' },
  );

export const unexpected = (): Fault =>
  new Fault(
    500,
    'service.unexpected',
    say(
      'Kļūda mūsu pusē; nekas nav palicis pusē. Ja rakstāt mums, nosauciet pieprasījuma numuru (instance).',
      'A fault on our side; nothing is half done. Name the request number (instance) when you write to us.',
    ),
  );
