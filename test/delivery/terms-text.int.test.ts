import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLawReading } from '../../src/administration/law-reading.ts';
import { openLawShelf } from '../../src/casework/law-shelf.ts';
import { pressLetter } from '../../src/delivery/press.ts';
import { composeLetter } from '../../src/letters/compose.ts';
import { person, timeFrom } from '../administration/office.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { type House, offered, openHouse } from './house.ts';
import { type Relay, startRelay } from './relay.ts';

const VERSION = '2018-01-01';
const TEXT = { name: 'visparigie-noteikumi.pdf', bytes: Buffer.from('%PDF-1.7 Vispārīgie noteikumi') };

describeOnBothDatabases('II.1.1: Part II goes with the offer', (database) => {
  let relay: Relay;
  let house: House;

  beforeEach(async () => {
    await database().query('update notices set wake_at = null');
    relay = await startRelay();
    house = await openHouse(database(), timeFrom('2025-03-10'), {
      smtpUrl: relay.url,
      compose: composeLetter,
      render: pressLetter,
    });
  });
  afterEach(async () => {
    house.close();
    await relay.stop();
  });

  const reading = async () =>
    createLawReading({ db: database(), clock: house.parts.clock, shelf: await openLawShelf(database()) });
  const attachedTo = (subject: RegExp) =>
    relay.arrived
      .find(({ mail }) => subject.test(mail.subject!))!
      .mail.attachments.map(({ filename, content }) => ({
        filename,
        begins: Buffer.from(content as ArrayBuffer)
          .subarray(0, 5)
          .toString(),
        bytes: Buffer.from(content as ArrayBuffer),
      }));

  test('where its text is not stored, the letter names where it is published', async () => {
    await offered(house);
    while ((await house.dispatch()) > 0);
    expect(attachedTo(/Piedāvājums/)).toHaveLength(1);
    expect(relay.arrived[0]!.mail.text).toContain('https://www.sadalestikls.lv');
  });

  test('where it is stored, the e-mail of the offer has it as it stands, and no other letter', async () => {
    const law = await reading();
    expect(await law.hasText(VERSION)).toBe(false);
    expect((await law.terms(person('admin'), 'lv')).items[0]?.documentId).toBeNull();
    await law.keepTermsText(person('admin'), VERSION, TEXT);
    expect(await law.hasText(VERSION)).toBe(true);
    expect((await law.terms(person('admin'), 'lv')).items).toMatchObject([
      { version: VERSION, documentId: `terms-${VERSION}` },
    ]);
    const { id } = await offered(house);
    while ((await house.dispatch()) > 0);
    const [letter, terms] = attachedTo(/Piedāvājums/);
    expect(letter).toMatchObject({ begins: '%PDF-' });
    expect(terms?.filename).toBe(TEXT.name);
    expect(terms?.bytes.equals(TEXT.bytes)).toBe(true);
    expect(attachedTo(/rēķins/)).toHaveLength(1);
    expect((await house.find(id)).termsVersion).toBe(VERSION);
    expect((await law.termsText(VERSION)).name).toBe(TEXT.name);
  });

  test('II.1.7: a version keeps the text that it has', async () => {
    const law = await reading();
    await law.keepTermsText(person('admin'), VERSION, TEXT);
    await expect(
      law.keepTermsText(person('admin'), VERSION, { ...TEXT, bytes: Buffer.from('%PDF-1.7 citi') }),
    ).rejects.toMatchObject({ code: 'terms.has-document' });
    await expect(law.keepTermsText(person('admin'), '1999-01-01', TEXT)).rejects.toMatchObject({
      code: 'terms.not-found',
    });
    await expect(law.keepTermsText(person('service'), VERSION, TEXT)).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});
