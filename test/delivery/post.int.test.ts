import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { historyOf } from '../../db/history.ts';
import { createLawReading } from '../../src/administration/law-reading.ts';
import { openLawShelf } from '../../src/casework/law-shelf.ts';
import { createLetterDesk, type LetterDesk } from '../../src/delivery/letter-desk.ts';
import { pagesIn } from '../../src/delivery/post/pages.ts';
import type { RenderLetter } from '../../src/delivery/rendering.ts';
import { composeLetter } from '../../src/letters/compose.ts';
import { person, timeFrom } from '../administration/office.ts';
import { behindTheGuard } from '../support/behind-the-guard.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { deadline, type House, offered, openHouse } from './house.ts';

const compiler = NodeCompiler.create();

/** Two pages, so that a run of several letters shows where each begins. */
const onPaper: RenderLetter = async ({ notice, recipient }) => ({
  subject: notice,
  text: notice,
  html: notice,
  fileName: `${notice}.pdf`,
  pdf: async () =>
    compiler.pdf({
      mainFileContent: '#set page(paper: "a4")\n#sys.inputs.to #pagebreak() #sys.inputs.to',
      inputs: { to: recipient },
    }),
});

const SERVICE = person('service');

describeOnBothDatabases('letters by post and by hand', (database) => {
  let house: House;
  let desk: LetterDesk;

  beforeEach(async () => {
    await behindTheGuard(
      database(),
      ['notices'],
      `update notices set wake_at = null, delivered_state = 'delivered'`,
    );
    await database().query('update deadlines set wake_at = null');
    house = await openHouse(database(), timeFrom('2025-03-10'), { render: onPaper });
    desk = createLetterDesk(house.parts);
  });
  afterEach(() => house.close());

  const postedOffer = async () => {
    const { id } = await offered(house, { channel: 'post' });
    await house.dispatch();
    return { id, letter: await house.letter(id, 'N-OFFER') };
  };

  test('the letters of a day become one PDF: their list, then each on a sheet of its own', async () => {
    await expect(desk.printRun(SERVICE)).rejects.toMatchObject({ code: 'print-run.empty' });
    const { id } = await postedOffer();
    const { number } = await house.find(id);
    expect(await desk.waiting(SERVICE, 'to-post')).toMatchObject([
      { caseId: id, caseNumber: number, notice: 'N-OFFER', to: 'Brīvības iela 1–5, Rīga, LV-1010' },
      { notice: 'N-ADVINV' },
    ]);
    const { bytes, letters, name } = await desk.printRun(SERVICE);
    expect({ letters, name }).toEqual({ letters: 2, name: 'pasts-2025-03-10.pdf' });
    // The list and the empty back of its sheet, then two letters of two pages.
    expect(pagesIn(bytes)).toBe(6);
    expect(await house.letter(id, 'N-OFFER')).toMatchObject({ deliveredState: 'to-post' });
  });

  describe('II.1.1: an offer by post', () => {
    beforeEach(async () => {
      house.close();
      house = await openHouse(database(), timeFrom('2025-03-10'), {
        render: onPaper,
        compose: composeLetter,
      });
      desk = createLetterDesk(house.parts);
    });
    afterEach(() =>
      behindTheGuard(database(), ['documents'], `delete from documents where id = 'terms-2018-01-01'`),
    );

    const keep = async (bytes: Uint8Array) => {
      const law = createLawReading({
        db: database(),
        clock: house.parts.clock,
        shelf: await openLawShelf(database()),
      });
      await law.keepTermsText(person('admin'), '2018-01-01', { name: 'noteikumi.pdf', bytes });
    };
    const partTwo = (pages: number) =>
      compiler.pdf({
        mainFileContent:
          '#set page(paper: "a4")\n#for i in range(int(sys.inputs.pages)) [Noteikumi #pagebreak(weak: true)]',
        inputs: { pages: String(pages) },
      });

    test('is printed with the text of Part II on sheets of its own; the invoice without', async () => {
      await keep(partTwo(5));
      await postedOffer();
      await postedOffer();
      const { bytes, letters } = await desk.printRun(SERVICE);
      expect(letters).toBe(4);
      // The list on its sheet; twice an offer of two pages, Part II of five with an empty back, an invoice of two pages.
      expect(pagesIn(bytes)).toBe(2 + (2 + 6 + 2) + (2 + 6 + 2));
    });

    test('is printed without a text that cannot be set', async () => {
      await keep(Buffer.from('%PDF-1.7 Vispārīgie noteikumi'));
      await postedOffer();
      expect(pagesIn((await desk.printRun(SERVICE)).bytes)).toBe(6);
    });
  });

  test('II.16.4.1: posted on the day that was assumed, everything stays; it is recorded who said so', async () => {
    const { id, letter } = await postedOffer();
    await house.moveTo('2025-03-11');
    const view = await desk.record(SERVICE, id, letter.id, { state: 'posted', on: '2025-03-10' });
    expect(view).toMatchObject({
      deliveredState: 'posted',
      deemedReceivedOn: '2025-03-17',
      sentAt: '2025-03-10T10:00:00Z',
    });
    expect(deadline(await house.find(id), 'objection-window')?.lastDay).toBe('2025-04-16');
    expect((await historyOf(database(), id)).at(-1)).toMatchObject({
      type: 'notice.dispatched',
      actor: 'service',
      clause: 'II.16.4',
    });
    await expect(
      desk.record(SERVICE, id, letter.id, { state: 'posted', on: '2025-03-11' }),
    ).rejects.toMatchObject({ code: 'notice.not-to-dispatch' });
  });

  test('II.16.4.1: an offer posted two days later opens its window two days later', async () => {
    const { id, letter } = await postedOffer();
    await house.moveTo('2025-03-12');
    expect(await desk.record(SERVICE, id, letter.id, { state: 'posted', on: '2025-03-12' })).toMatchObject({
      deemedReceivedOn: '2025-03-19',
      sentAt: '2025-03-12T08:00:00Z',
    });
    expect(deadline(await house.find(id), 'objection-window')?.lastDay).toBe('2025-04-18');
    await house.moveTo('2025-04-18T23:59');
    expect((await house.find(id)).status).toBe('offered');
    await house.moveTo('2025-04-19T00:00');
    expect((await house.find(id)).status).toBe('annulment-warned');
  });

  test('it comes to light late that the offer was posted late: the window is open again, the warning was none', async () => {
    const { id, letter } = await postedOffer();
    await house.moveTo('2025-04-20');
    expect((await house.find(id)).status).toBe('annulment-warned');
    await desk.record(SERVICE, id, letter.id, { state: 'posted', on: '2025-03-24' });
    const view = await house.find(id);
    expect(view.status).toBe('offered');
    expect(deadline(view, 'objection-window')).toMatchObject({ lastDay: '2025-04-30', state: 'running' });
    await house.moveTo('2025-05-01T00:00');
    expect((await house.find(id)).status).toBe('annulment-warned');
  });

  test('II.11.3: a warning posted late counts from then; annulment waits', async () => {
    const { id } = await postedOffer();
    await house.moveTo('2025-04-17');
    const warning = await house.letter(id, 'N-ANNWARN');
    expect(deadline(await house.find(id), 'annulment-earliest')?.earliestDay).toBe('2025-05-05');
    await house.moveTo('2025-04-22');
    await desk.record(SERVICE, id, warning.id, { state: 'posted', on: '2025-04-22' });
    expect(deadline(await house.find(id), 'annulment-earliest')?.earliestDay).toBe('2025-05-10');
    await house.moveTo('2025-05-09T23:59');
    expect((await house.find(id)).status).toBe('annulment-warned');
    await house.moveTo('2025-05-10T00:00');
    expect((await house.find(id)).status).toBe('annulled');
  });

  test('II.16.4.2: what is handed over counts from the signature', async () => {
    const { id } = await offered(house, { channel: 'hand' });
    await house.dispatch();
    const letter = await house.letter(id, 'N-OFFER');
    expect(letter).toMatchObject({ deliveredState: 'to-sign' });
    await house.moveTo('2025-03-13');
    await expect(
      desk.record(SERVICE, id, letter.id, { state: 'posted', on: '2025-03-13' }),
    ).rejects.toMatchObject({ code: 'notice.other-channel' });
    await expect(
      desk.record(SERVICE, id, letter.id, { state: 'signed', on: '2025-03-14' }),
    ).rejects.toMatchObject({ code: 'notice.dispatch-day' });
    expect(await desk.record(SERVICE, id, letter.id, { state: 'signed', on: '2025-03-13' })).toMatchObject({
      deliveredState: 'signed',
      deemedReceivedOn: '2025-03-13',
    });
    expect(deadline(await house.find(id), 'objection-window')?.lastDay).toBe('2025-04-12');
  });

  test('what was not sent for want of a relay can be sent once more, and nothing else can', async () => {
    const { id } = await offered(house, { channel: 'email' });
    await house.dispatch();
    const letter = await house.letter(id, 'N-OFFER');
    expect(letter).toMatchObject({ deliveredState: 'not-sent' });
    expect(await desk.record(SERVICE, id, letter.id, { state: 'queued' })).toMatchObject({
      deliveredState: 'queued',
    });
    await expect(desk.record(SERVICE, id, letter.id, { state: 'queued' })).rejects.toMatchObject({
      code: 'notice.not-to-send-again',
    });
  });
});
