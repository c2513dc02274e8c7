import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createCasework } from '../../src/casework/create.ts';
import { openLawShelf } from '../../src/casework/law-shelf.ts';
import { applicationSchema } from '../../workflows/application.ts';
import { EVENT_DATA, type EventType } from '../../workflows/events.ts';
import { person } from '../administration/office.ts';
import { application, offer, SIMPLE_ROUTE } from '../journeys/builders.ts';
import { behindTheGuard } from '../support/behind-the-guard.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { type RunningPortal, runPortal, TESTS_BEGIN } from './running-portal.ts';

describeOnBothDatabases('pages about letters', (database) => {
  let portal: RunningPortal;
  let caseId: string;
  let number: string;

  const actsOn = async () => {
    const shelf = await openLawShelf(database());
    const clock = { kind: 'virtual' as const, now: async () => Temporal.Instant.from(TESTS_BEGIN) };
    return createCasework({
      db: database(),
      clock,
      lawBook: shelf.book,
      compose: (notice: string) => ({ notice }),
    });
  };

  async function offered(channel: 'post' | 'hand' | 'email') {
    const casework = await actsOn();
    const filed = await casework.submit(person('customer'), applicationSchema.parse(application()), {
      language: 'lv',
    });
    const post = (who: string, type: EventType, data: object) =>
      casework.post(
        person(who),
        filed.id,
        { type, data: EVENT_DATA[type].parse(data) as Record<string, unknown> },
        { language: 'lv' },
      );
    await post('engineer', 'application.routed', SIMPLE_ROUTE);
    await post('engineer', 'offer.issued', {
      ...offer({ channel }),
      termOn: '2026-12-30',
      paymentDueOn: '2026-04-30',
    });
    return filed;
  }

  const settle = (state: string, more = '') =>
    database().query(
      `update notices set wake_at = null, delivered_state = '${state}' ${more} where delivered_state = 'queued'`,
    );
  const stateOf = async (id: string): Promise<string[]> =>
    (
      await database().query<{ state: string }>(
        `select delivered_state as state from notices where case_id = $1 order by id`,
        [id],
      )
    ).map(({ state }) => state);
  const ticks = (html: string) => [...html.matchAll(/name="letter" value="([^"]+)"/g)].map(([, one]) => one!);

  beforeAll(async () => {
    portal = await runPortal(database());
  });
  beforeEach(async () => {
    await behindTheGuard(
      database(),
      ['notices'],
      `update notices set wake_at = null, delivered_state = 'delivered'`,
    );
  });
  afterAll(() => portal.stop());

  test('the day’s post is ticked and recorded in one go; the second click changes nothing', async () => {
    ({ id: caseId, number } = await offered('post'));
    await settle('to-post');
    const service = await portal.signedIn('service');
    const page = await service.get('/staff/post');
    expect(page.status).toBe(200);
    expect(page.text).toContain(number);
    expect(page.text).toContain('Brīvības iela 1–5, Rīga, LV-1010');
    const letters = ticks(page.html);
    expect(letters).toHaveLength(2);

    const body = () => {
      const form = new URLSearchParams({ _csrf: service.token(), act: 'posted', postedOn: '10.03.2026' });
      for (const one of letters) form.append('letter', one);
      return form;
    };
    const recorded = await service.postBare('/staff/post', body());
    expect(recorded).toMatchObject({ status: 303, location: '/staff/post?recorded=2' });
    expect(await stateOf(caseId)).toEqual(['delivered', 'posted', 'posted']);
    expect((await service.get('/staff/post?recorded=2')).text).toContain('Atzīmētas 2 vēstules');
    const again = await service.postBare('/staff/post', body());
    expect(again.status).toBe(409);
    expect(again.text).toContain('Šī vēstule nav jānosūta');
    expect((await service.get('/staff/post/posted')).text).toContain(number);
  });

  test('a long queue is recorded as a whole, but for what was written after the page was made', async () => {
    ({ id: caseId } = await offered('post'));
    await settle('to-post');
    await database().query(
      `insert into notices (case_id, id, seq, notice, channel, language, recipient, address_source, created_at, sent_at,
         delivered_state, model)
       select case_id, id || '-' || i, seq, notice, channel, language, recipient, address_source, created_at, sent_at,
         delivered_state, model
       from notices, generate_series(1, 20) i where case_id = $1 and delivered_state = 'to-post'`,
      [caseId],
    );
    const service = await portal.signedIn('service');
    const page = await service.get('/staff/post');
    expect(ticks(page.html)).toHaveLength(30);
    expect(page.text).toContain('Visas 42 rindas vēstules');
    const upTo = page.html.match(/name="upTo" value="([^"]+)"/)![1]!;
    await database().query(
      `update notices set sent_at = sent_at + interval '1 hour' where case_id = $1 and id like '%-20'`,
      [caseId],
    );
    const all = { act: 'posted', postedOn: '10.03.2026', whole: 'yes', upTo };
    expect((await service.post('/staff/post', all)).location).toBe('/staff/post?recorded=40');
    expect((await stateOf(caseId)).filter((state) => state === 'to-post')).toHaveLength(2);
    expect((await service.post('/staff/post', { ...all, upTo: 'x' })).status).toBe(422);
  });

  test('no letter chosen, or a day that is none, comes back to the form', async () => {
    ({ id: caseId } = await offered('hand'));
    await settle('to-sign');
    const service = await portal.signedIn('service');
    const [letter] = ticks((await service.get('/staff/post')).html);
    const none = await service.post('/staff/post', { act: 'signed', signedOn: '10.03.2026' });
    expect(none.status).toBe(422);
    expect(none.text).toContain('Atzīmējiet vismaz vienu vēstuli.');
    const wrong = await service.post('/staff/post', { act: 'signed', signedOn: 'vakar', letter: letter! });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="vakar"');
    expect(wrong.html).toMatch(new RegExp(`value="${letter}"[^>]* checked`));
    const late = await service.post('/staff/post', {
      act: 'signed',
      signedOn: '11.03.2026',
      letter: letter!,
    });
    expect(late.status).toBe(409);
    expect(late.text).toContain('jābūt dienai no 2026-03-10 līdz šodienai');
    const signed = await service.post('/staff/post', {
      act: 'signed',
      signedOn: '10.03.2026',
      letter: letter!,
    });
    expect(signed.location).toBe('/staff/post?recorded=1');
    expect(await stateOf(caseId)).toEqual(['delivered', 'signed', 'to-sign']);
  });

  test('a letter that was given up shows why, is sent once more, or goes by post instead', async () => {
    ({ id: caseId, number } = await offered('email'));
    await settle('dead', `, last_error = '421 4.7.0 try later'`);
    const service = await portal.signedIn('service');
    const list = await service.get('/staff/letters/failed');
    expect(list.text).toContain('421 4.7.0 try later');
    const [offerHref, invoiceHref] = [...list.html.matchAll(/href="(\/staff\/post\/letters\/[^"]+)"/g)].map(
      ([, href]) => href!,
    );
    expect((await service.get(offerHref!)).text).toContain('Sūtīt pa pastu');
    const noReason = await service.post(offerHref!, { act: 'failed', reason: '' });
    expect(noReason.status).toBe(422);
    const byPost = await service.post(offerHref!, { act: 'failed', reason: 'Serveris neatbild.' });
    expect(byPost.location).toBe(`${offerHref}?done=letterFailed`);
    expect(await stateOf(caseId)).toEqual(expect.arrayContaining(['failed', 'queued', 'dead']));
    const retried = await service.post(invoiceHref!, { act: 'retry' });
    expect(retried.location).toBe(`${invoiceHref}?done=letterQueued`);
    expect((await service.post(invoiceHref!, { act: 'retry' })).status).toBe(409);
    expect((await service.get('/staff/letters/failed')).text).toContain('Atnākušas atpakaļ');
  });

  test('a posted letter that came back is recorded with what happened', async () => {
    ({ id: caseId } = await offered('post'));
    await settle('posted');
    const service = await portal.signedIn('service');
    const list = await service.get('/staff/post/posted');
    const href = list.html.match(new RegExp(`/staff/post/letters/${caseId}/[^"]+`))![0];
    expect((await service.get(href)).text).toContain('Vēstule nav piegādāta');
    const failed = await service.post(href, { act: 'failed', reason: 'Adresāts nav zināms.' });
    expect(failed.status).toBe(303);
    expect(await stateOf(caseId)).toContain('failed');
    expect((await service.get(href)).text).toContain('nekas nav jādara');
  });

  test.each([
    ['posted', 'Nodota pastā'],
    ['signed', 'Saņemta pret parakstu'],
    ['dead', 'Nosūtīt neizdevās'],
    ['not-sent', 'Nav nosūtīta: nav pasta servera'],
    ['failed', 'Nav piegādāta'],
  ])('the case says of a letter that is %s what its own page says', async (state, words) => {
    ({ id: caseId } = await offered('post'));
    await settle(state);
    const service = await portal.signedIn('service');
    const ofCase = await service.get(`/cases/${caseId}`);
    const links = [
      ...ofCase.html.matchAll(new RegExp(`<a href="(/staff/post/letters/${caseId}/[^"]+)">([^<]+)</a>`, 'g')),
    ].map(([, href, text]) => ({ href: href!, text }));
    expect(links.map(({ text }) => text)).toEqual([words, words, 'Pieejama portālā']);
    expect((await service.get(links[0]!.href)).text).toContain(words);
    for (const who of ['customer', 'engineer']) {
      const page = await (await portal.signedIn(who)).get(`/cases/${caseId}`);
      expect(page.text, who).toContain(words);
      expect(page.html, who).not.toContain('/staff/post/letters');
    }
  });

  test('the desk is the service’s; the samples are for all staff; customers see neither', async () => {
    const engineer = await portal.signedIn('engineer');
    for (const path of ['/staff/post', '/staff/post/posted', '/staff/letters/failed'])
      expect((await engineer.get(path)).status, path).toBe(403);
    expect((await engineer.get('/staff/letters')).status).toBe(200);
    const customer = await portal.signedIn('customer');
    for (const path of ['/staff/post', '/staff/letters', '/staff/letters/samples/N-OFFER/x'])
      expect((await customer.get(path)).status, path).toBe(403);
    expect((await portal.visitor().get('/staff/letters')).status).toBe(303);
  });

  test('every kind of letter is listed and every sample opens as a page and as a PDF, in both languages', async () => {
    const admin = await portal.signedIn('admin');
    for (const language of ['lv', 'en']) {
      const list = await admin.get(`/staff/letters?in=${language}`);
      const hrefs = [...list.html.matchAll(/href="(\/staff\/letters\/samples\/[^"]+)"/g)].map(([, one]) =>
        one!.replaceAll('&#x3D;', '='),
      );
      expect(new Set(hrefs.map((href) => href.split('/')[4])).size).toBe(28);
      for (const href of hrefs) {
        const page = await admin.get(href);
        expect(page.status, href).toBe(200);
        expect(page.html).toContain(`<article class="letter" lang="${language}">`);
      }
      const pdf = await fetch(portal.address + hrefs[0]!.replace('?', '/pdf?'), {
        headers: { Cookie: [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      expect(pdf.headers.get('Content-Type')).toBe('application/pdf');
      expect(
        Buffer.from(await pdf.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    }
    expect((await admin.get('/staff/letters/samples/N-OFFER/nothing')).status).toBe(404);
  });

  test('the head shows on every page about letters where one is', async () => {
    const service = await portal.signedIn('service');
    const current = async (path: string) =>
      (await service.get(path)).html.match(/<a href="([^"]*)" aria-current="page">Vēstules</)?.[1];
    for (const path of [
      '/staff/post',
      '/staff/post/posted',
      '/staff/letters',
      '/staff/letters/failed',
      '/staff/letters/samples/N-ADVINV/whole',
    ])
      expect([path, await current(path)]).toEqual([path, '/staff/post']);
    for (const path of ['/cases', '/staff/views'])
      expect([path, await current(path)]).toEqual([path, undefined]);
  });

  test('PO-09: reminders are chosen on their page, which comes back with what is wrong', async () => {
    ({ id: caseId } = await offered('email'));
    const customer = await portal.signedIn('customer');
    const path = `/cases/${caseId}/reminders`;
    expect((await customer.get(`/cases/${caseId}`)).html).toContain(`href="${path}"`);
    const page = await customer.get(path);
    expect(page.text).toContain('Atgādinājums nav paziņojums');
    const wanted = { deadlines: 'payment-due', daysBefore: '5', language: 'lv' };
    const wrong = await customer.post(path, { ...wanted, email: 'anna' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="anna"');
    const kept = await customer.post(path, { ...wanted, email: 'anna@piemers.example' });
    expect(kept.location).toBe(`${path}?done=remindersKept`);
    expect((await customer.get(path)).html).toMatch(/value="payment-due" checked/);
    expect((await (await portal.signedIn('company')).get(path)).status).toBe(404);
    expect((await (await portal.signedIn('service')).get(path)).status).toBe(403);
  });
});
