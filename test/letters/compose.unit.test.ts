import { describe, expect, test } from 'vitest';
import { writeLetter } from '../../src/letters/letter.ts';
import { letterPdf } from '../../src/letters/pdf.ts';
import { mailText } from '../../src/letters/text.ts';
import {
  anApplication,
  bothSigned,
  building,
  evaluating,
  given,
  issued,
  letterFailed,
  objected,
  offerIssued,
  ownerChanged,
  paid,
  resumed,
  revised,
  routed,
  type Story,
  signedContract,
  submitted,
  suspended,
  until,
  worksCompleted,
} from '../builders/index.ts';
import { closedUp } from './support/pdf-text.ts';
import { lettersIn, type SentLetter } from './support/story-letters.ts';

const all = async (story: Story): Promise<readonly SentLetter[]> => (await lettersIn(story)).letters;

async function last(story: Story, notice: string): Promise<SentLetter> {
  const letter = (await all(story)).findLast((one) => one.notice === notice);
  if (!letter) throw new Error(`The story sends no ${notice}.`);
  return letter;
}

const textOf = ({ model }: SentLetter): string => mailText(writeLetter(model)).replaceAll('\u00a0', ' ');

const byEmail = anApplication({
  customer: {
    kind: 'natural',
    name: 'Anna Ozola',
    email: 'anna@example.lv',
    postalAddress: 'Liepu iela 1, Rīga, LV-1010',
    personalCode: '010190-10000',
  },
});

describe('letters say the days of the law', () => {
  test('II.11.2: the offer names the last day of the window', async () => {
    const { model } = await last(given(offerIssued('2025-03-10')), 'N-OFFER');
    expect(model.letter).toMatchObject({
      issuedOn: '2025-03-10',
      windowLastDay: '2025-04-09',
      warningDays: 10,
    });
    expect(model.enclosures.map(({ document }) => document)).toEqual([
      'part-one',
      'fee-explanation',
      'refusal-form',
    ]);
  });

  test('II.11.2, T-15: posted, the window starts with the seventh day', async () => {
    const { model } = await last(given(offerIssued('2025-03-10', { channel: 'post' })), 'N-OFFER');
    expect(model.letter.windowLastDay).toBe('2025-04-16');
    expect(model.head).toMatchObject({
      channel: 'post',
      receivedOn: '2025-03-17',
      receiptClause: 'II.16.4.1',
    });
  });

  test('II.11.3: the warning names the first day after ten complete ones, and the invoice', async () => {
    const story = given(offerIssued('2025-03-10'), until('2025-04-12'));
    const warning = await last(story, 'N-ANNWARN');
    expect(warning.model.letter).toMatchObject({
      windowLastDay: '2025-04-09',
      earliestDay: '2025-04-21',
      outstanding: '6050.00',
    });
    expect(textOf(warning)).toContain('ne agrāk kā 2025. gada 21. aprīlī');
    const { invoices } = await lettersIn(story);
    expect(warning.model.letter.payment).toMatchObject({
      invoice: invoices[0]!.number,
      reference: invoices[0]!.reference,
      amount: '6050.00',
    });
  });

  test('N-TECH: the requirements come with number, issue and validity, the point and the boundary', async () => {
    const routedWith = (more: Parameters<typeof routed>[1]) =>
      last(given(submitted('2025-03-03'), routed('2025-03-05', { designNeeded: true, ...more })), 'N-TECH');
    const told = await routedWith({
      requirementsNumber: 'TP-118',
      requirementsValidUntil: '2027-03-05',
      connectionPoint: 'balsts Nr. 14',
      ownershipBoundary: 'Uzskaites sadalne',
    });
    expect(told.model.letter).toMatchObject({
      requirements: { number: 'TP-118', issuedOn: '2025-03-05', validUntil: '2027-03-05' },
    });
    for (const words of [
      'Nr. TP-118, izsniegtas 2025. gada 5. martā, derīgas līdz 2027. gada 5. martam (ieskaitot)',
      'balsts Nr. 14',
      'Uzskaites sadalne',
    ])
      expect(textOf(told)).toContain(words);
    const published = textOf(await routedWith({}));
    expect(published).toContain('Tehniskajām prasībām, kas publicētas');
    expect(published).not.toMatch(/izsniegtas|Pieslēguma vieta|Plānotā piederības robeža/);
  });

  test('II.15: the contract in force names the last day of withdrawal and carries the form with it', async () => {
    const { model } = await last(given(offerIssued('2025-03-10'), paid('2025-03-20')), 'N-INFORCE');
    expect(model.letter).toMatchObject({
      on: '2025-03-20',
      by: 'payment',
      withdrawalLastDay: '2025-04-03',
      outstanding: '0.00',
    });
    expect(model.enclosures).toMatchObject([
      { document: 'refusal-form', fields: { inForceOn: '2025-03-20', lastDay: '2025-04-03' } },
    ]);
  });

  test('II.13.1: resumption counts overlapping suspensions once', async () => {
    const story = given(
      building('2025-03-10'),
      suspended('2025-06-01', 'design-flaws'),
      suspended('2025-06-11', 'digging-ban'),
      resumed('2025-06-21', 'design-flaws'),
      resumed('2025-07-01', 'digging-ban'),
    );
    expect((await last(story, 'N-RESUME')).model.letter).toMatchObject({
      suspendedDays: 30,
      agreedTermOn: '2025-11-10',
      termOn: '2025-12-10',
    });
  });
});

describe('invoices', () => {
  test('II.def.invoice: the advance bears its number, sums and reference; the final one lists what was paid', async () => {
    const story = given(building('2025-03-10'), worksCompleted('2025-08-01'));
    const { letters, invoices } = await lettersIn(story);
    const [advance, final] = ['N-ADVINV', 'N-FINALINV'].map(
      (notice) => letters.find((one) => one.notice === notice)!.model.letter,
    );
    expect(advance).toMatchObject({
      number: invoices[0]!.number,
      net: '5000.00',
      vat: '1050.00',
      gross: '6050.00',
      reference: invoices[0]!.reference,
      concludes: true,
    });
    expect(final).toMatchObject({
      gross: '0.00',
      shareNet: '5000.00',
      totalGross: '6050.00',
      advanceTotal: '6050.00',
    });
    expect(textOf(letters.find((one) => one.notice === 'N-FINALINV')!)).toContain('Viss ir samaksāts.');
  });

  test('T-20a: a late conclusion issues the invoice again, and a credit note takes the first one back', async () => {
    const story = given(offerIssued('2025-03-10', { paymentDueOn: '2025-03-24' }), bothSigned('2025-04-08'));
    const { letters, invoices } = await lettersIn(story);
    const [first, credit, second] = invoices;
    expect(invoices.map(({ kind, state }) => [kind, state])).toEqual([
      ['advance', 'void'],
      ['credit', 'settled'],
      ['advance', 'open'],
    ]);
    const again = letters.findLast((one) => one.notice === 'N-ADVINV')!.model;
    expect(again.letter).toMatchObject({
      number: second!.number,
      replaces: [first!.number],
      dueOn: '2025-04-18',
      concludes: false,
    });
    expect(again.enclosures).toMatchObject([
      {
        document: 'credit-note',
        fields: { number: credit!.number, credits: first!.number, gross: '6050.00' },
      },
    ]);
  });

  test('II.11.2: a revised offer names what has changed and credits the old invoice', async () => {
    const story = given(
      offerIssued('2025-03-10'),
      objected('2025-03-15', 'Par dārgu.'),
      revised('2025-03-20', { gross: '2420.00' }),
    );
    const { letters } = await lettersIn(story);
    const offer = letters.find((one) => one.notice === 'N-REVOFFER')!.model.letter;
    expect(offer).toMatchObject({
      objection: { on: '2025-03-15', reasons: ['Par dārgu.'] },
      changes: expect.arrayContaining([{ what: 'share', before: '6050.00', after: '2420.00' }]),
    });
    expect(letters.findLast((one) => one.notice === 'N-ADVINV')!.model.enclosures).toHaveLength(1);
  });

  test('II.10.3: VAT of a part under reverse charge stands on its own line', async () => {
    const story = given(
      evaluating('2025-03-01'),
      issued('2025-03-10', {
        quote: {
          connection: { ampere: '160', volt: '400', distanceM: '20' },
          costs: { construction: '9000.00', connecting: '1000.00' },
          reverseCharge: ['construction'],
        },
      }),
    );
    const { letter } = (await last(story, 'N-ADVINV')).model;
    expect(letter).toMatchObject({
      net: '10000.00',
      vat: '210.00',
      gross: '10210.00',
      lines: [
        { what: 'share', net: '1000.00' },
        { what: 'reverse-charge', net: '9000.00' },
      ],
    });
  });
});

describe('II.16.4.3: a letter that did not arrive goes out again', () => {
  const warned = (): Story =>
    given(offerIssued('2025-03-10', { channel: 'email', application: byEmail }), until('2025-04-12'));

  test('T-31: the warning by post, with the days that follow from its receipt', async () => {
    const story = letterFailed('2025-04-13', 'N-ANNWARN')(warned());
    const [first, again] = (await all(story)).filter((one) => one.notice === 'N-ANNWARN');
    expect(first!.model).toMatchObject({
      head: { channel: 'email', to: { email: 'anna@example.lv' } },
      letter: { earliestDay: '2025-04-21' },
    });
    expect(again!.model).toMatchObject({
      head: {
        channel: 'post',
        date: '2025-04-13',
        receivedOn: '2025-04-20',
        to: { lines: ['Liepu iela 1', 'Rīga, LV-1010'] },
        again: { sentOn: '2025-04-10', channel: 'email' },
      },
      letter: { earliestDay: '2025-05-01' },
    });
    expect(textOf(again!)).toContain(
      'Šo vēstuli jau sūtījām Jums 2025. gada 10. aprīlī pa e-pastu, bet tā netika piegādāta.',
    );
  });

  test('an offer that has been replaced or concluded is not sent again', async () => {
    const concluded = given(
      offerIssued('2025-03-10', { channel: 'email', application: byEmail }),
      paid('2025-03-12'),
      letterFailed('2025-03-13', 'N-OFFER'),
    );
    expect((await all(concluded)).filter((one) => one.notice === 'N-OFFER')).toHaveLength(1);
  });

  test('a void invoice is not sent again', async () => {
    const story = given(
      offerIssued('2025-03-10', { channel: 'email', application: byEmail }),
      objected('2025-03-15'),
      revised('2025-03-20', { gross: '2420.00', channel: 'email' }),
    );
    const failing = (await lettersIn(story)).letters.filter((one) => one.notice === 'N-ADVINV');
    expect(failing).toHaveLength(2);
    const standing = letterFailed('2025-03-21', 'N-ADVINV')(story);
    expect((await all(standing)).filter((one) => one.notice === 'N-ADVINV')).toHaveLength(3);
  });

  test('II.8.1: the new owner of the object never gets a letter of the former one', async () => {
    const story = given(
      offerIssued('2025-03-10', { channel: 'email', application: byEmail }),
      ownerChanged('2025-03-14', { newOwner: { name: 'Jānis Bērzs', postalAddress: 'Kļavu iela 5, Cēsis' } }),
      letterFailed('2025-03-15', 'N-OFFER'),
      letterFailed('2025-03-15', 'N-RECEIPT'),
    );
    const toJanis = (await all(story)).filter(({ model }) => model.head.to.name === 'Jānis Bērzs');
    expect(toJanis.map((one) => one.notice)).toEqual(['N-MISSING']);
    expect(textOf(toJanis[0]!)).not.toMatch(/Anna|Ozola|Liepu|010190|6050/);
  });

  test('II.4.3: the former owner is not told who the new one is', async () => {
    const story = given(
      signedContract('2025-03-10'),
      ownerChanged('2025-03-14', { newOwner: 'Jānis Bērzs' }),
    );
    expect(textOf(await last(story, 'N-END'))).not.toMatch(/Jānis|Bērzs/);
  });
});

test('a letter in the customer’s own language', async () => {
  const english = anApplication({ customer: { kind: 'legal', name: 'Example Ltd', language: 'en' } });
  const letter = await last(given(offerIssued('2025-03-10', { application: english })), 'N-OFFER');
  expect(letter.language).toBe('en');
  expect(textOf(letter)).toContain('You may accept the offer or object to it until 9 April 2025');
  expect(textOf(letter)).not.toMatch(/Līgum|Klient/);
});

test('the same letter is the same paper, byte for byte', async () => {
  const { model } = await last(given(offerIssued('2025-03-10')), 'N-OFFER');
  const [one, two] = [letterPdf(writeLetter(model)), letterPdf(writeLetter(structuredClone(model)))];
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  expect(Buffer.from(one).toString('latin1')).toMatch(/\/Lang \(lv/);
  expect(closedUp(Buffer.from(one).toString('latin1'))).toContain(
    '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
  );
});
