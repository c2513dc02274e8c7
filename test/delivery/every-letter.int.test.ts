import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commitSteps } from '../../db/commit.ts';
import { noticesOf } from '../../db/notices.ts';
import { startDispatcher } from '../../src/delivery/dispatcher.ts';
import { pressLetter } from '../../src/delivery/press.ts';
import { SADALES_TIKLS } from '../../src/law/operator.ts';
import type { Language } from '../../src/law/words.ts';
import { ANNA } from '../../src/letters/samples/head.ts';
import { sampleLetters } from '../../src/letters/samples/index.ts';
import { OPERATOR_NOTICES } from '../../workflows/notices.ts';
import { timeFrom } from '../administration/office.ts';
import { aCase, aNotice, created } from '../db/a-step.ts';
import { closedUp, pdfText } from '../letters/support/pdf-text.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { type House, openHouse } from './house.ts';
import { type Arrived, type Relay, startRelay } from './relay.ts';

interface Customer {
  readonly language: Language;
  readonly name: string;
  readonly code: string;
  readonly email: string;
  readonly street: string;
  readonly number: string;
  readonly object: string;
}

const LATVIAN: Customer = {
  language: 'lv',
  name: 'Zelma Kviešņece',
  code: '120361-10203',
  email: 'zelma@piemers.example',
  street: 'Rudzu iela 8–3',
  number: 'P-2025-000801',
  object: 'Graudu iela 17',
};
const ENGLISH: Customer = {
  language: 'en',
  name: 'Ansis Bergmanis',
  code: '070772-10304',
  email: 'ansis@piemers.example',
  street: 'Akmeņu iela 5–9',
  number: 'P-2025-000902',
  object: 'Smilšu iela 21',
};

/** Whatever names a customer in a sample. */
const theirOwn = ({ name, code, email, street, number, object }: Customer, model: object): object =>
  JSON.parse(
    JSON.stringify(model)
      .replaceAll(ANNA.name, name)
      .replaceAll(ANNA.code, code)
      .replaceAll(ANNA.email, email)
      .replaceAll('Parauga iela 12–4', street)
      .replaceAll('P-2025-000123', number)
      .replaceAll('Ķīšezera iela 3', object),
  ) as object;

const TO_ANNA = (language: Language) =>
  OPERATOR_NOTICES.map((notice) => {
    const sample = sampleLetters(language, notice).find(({ model }) => model.head.to.name === ANNA.name);
    if (!sample) throw new Error(`No sample of ${notice} is written to a person.`);
    return sample;
  });

const MINUTE = 60;

describeOnBothDatabases('every kind of letter over a real mail relay', (database) => {
  let relay: Relay;
  let houses: House[];
  const cases = new Map<string, string>();

  beforeAll(
    async () => {
      relay = await startRelay();
      const clock = timeFrom('2025-03-10');
      const open = () => openHouse(database(), clock, { smtpUrl: relay.url, render: pressLetter });
      houses = [await open(), await open()];
      for (const customer of [LATVIAN, ENGLISH]) {
        const caseId = randomUUID();
        cases.set(customer.email, caseId);
        const { language, email, number } = customer;
        await commitSteps(database(), [
          created({
            caseId,
            case: aCase({ number }),
            notices: TO_ANNA(language).map(({ notice, model }, i) =>
              aNotice(`${caseId}-1-${i}`, {
                notice,
                language,
                recipient: email,
                model: theirOwn(customer, model),
                documentId: `${caseId}-1-${i}`,
              }),
            ),
          }),
        ]);
      }
      // For an hour nobody answers at the relay, while two workers try and the clock goes on.
      await relay.goDown();
      const workers = houses.map(({ parts }) => startDispatcher(parts, { warn: () => undefined }));
      await houses[0]!.moveTo('2025-03-10T11:00');
      await relay.comeBack();
      await Promise.all(houses.map((house) => house.moveTo('2025-03-10T12:30')));
      await Promise.all(workers.map((worker) => worker.stop()));
    },
    3 * MINUTE * 1000,
  );
  afterAll(async () => {
    for (const house of houses) house.close();
    await relay.stop();
  });

  const arrivedFor = ({ email }: Customer): Arrived[] => relay.arrived.filter(({ to }) => to[0] === email);
  const lettersOf = ({ email }: Customer) => noticesOf(database(), cases.get(email)!);
  const pdfOf = ({ mail }: Arrived) => new Uint8Array(mail.attachments[0]!.content as ArrayBuffer);

  test('after an hour without a relay every letter has arrived, late and once', async () => {
    expect(relay.arrived).toHaveLength(2 * OPERATOR_NOTICES.length);
    expect(new Set(relay.arrived.map(({ mail }) => mail.messageId)).size).toBe(relay.arrived.length);
    for (const customer of [LATVIAN, ENGLISH]) {
      const letters = await lettersOf(customer);
      expect(new Set(letters.map(({ deliveredState }) => deliveredState))).toEqual(new Set(['sent']));
      expect(letters.map(({ messageId }) => messageId).sort()).toEqual(
        arrivedFor(customer)
          .map(({ mail }) => mail.messageId)
          .sort(),
      );
      for (const { sentAt } of letters)
        expect(Temporal.Instant.compare(sentAt!, '2025-03-10T09:00:00Z')).toBeGreaterThan(0);
    }
  });

  test.each([LATVIAN, ENGLISH])(
    'each has its text, HTML and PDF in the language of the customer ($language)',
    async (customer) => {
      const letters = await lettersOf(customer);
      for (const arrived of arrivedFor(customer)) {
        const { mail } = arrived;
        const letter = letters.find(({ messageId }) => messageId === mail.messageId)!;
        const title = mail.subject!.replace(` (${customer.number})`, '');
        expect(mail.html, letter.notice).toContain(`<html lang="${customer.language}">`);
        expect(mail.html).toMatch(/<h1[ >]/);
        expect(mail.text!.length, letter.notice).toBeGreaterThan(200);
        expect(closedUp(mail.text!)).toContain(closedUp(title));
        expect(mail.attachments).toHaveLength(1);
        expect(mail.attachments[0]).toMatchObject({
          filename: `${customer.number}-${letter.notice}.pdf`,
          mimeType: 'application/pdf',
        });
        const pdf = pdfOf(arrived);
        expect(Buffer.from(pdf).toString('latin1')).toMatch(new RegExp(`/Lang ?\\(${customer.language}`));
        expect(closedUp(pdfText(pdf)), letter.notice).toContain(closedUp(title));
      }
    },
    MINUTE * 1000,
  );

  test('every link leads to the operator, by a way that can be opened', () => {
    const ours = new Set([new URL(SADALES_TIKLS.portal).host, new URL(SADALES_TIKLS.site).host]);
    let links = 0;
    for (const { mail } of relay.arrived) {
      for (const [, href] of mail.html!.matchAll(/href="([^"]*)"/g)) {
        const url = new URL(href!);
        links += 1;
        if (url.protocol === 'mailto:') expect(url.pathname).toBe(SADALES_TIKLS.email);
        else expect([url.protocol, ours.has(url.host)], href).toEqual(['https:', true]);
      }
    }
    expect(links).toBeGreaterThan(relay.arrived.length);
  });

  test.each([
    { customer: LATVIAN, other: ENGLISH },
    { customer: ENGLISH, other: LATVIAN },
  ])(
    'no letter to $customer.name holds a datum of $other.name',
    ({ customer, other }) => {
      for (const arrived of arrivedFor(customer)) {
        const { raw, mail } = arrived;
        const seen = closedUp([raw, mail.subject, mail.text, mail.html, pdfText(pdfOf(arrived))].join('\n'));
        expect(seen).toContain(closedUp(customer.number));
        for (const theirs of [other.name, other.code, other.email, other.street, other.number, other.object])
          expect(seen, mail.subject).not.toContain(closedUp(theirs));
      }
    },
    MINUTE * 1000,
  );
});
