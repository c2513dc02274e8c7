import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { act, CONFIRM, fillIn, send } from './person.ts';
import { visitsTo } from './visits.ts';

/** Lives of contracts, each side in a browser of its own. */

const { visit, call, moveClock } = visitsTo({ clockStart: '2026-03-02T08:00:00Z' });

const mainText = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? '';

async function caseView(id: string) {
  const { body } = await call('GET', `/cases/${id}`, 'engineer');
  return body as {
    status: string;
    number: string;
    supplyMode: string | null;
    regions: Record<string, string> | null;
    ending: { reason: string } | null;
    money: Record<string, string>;
  };
}

/** One red pixel. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);

let houses = 0;

/** The guided application, from its first page to the receipt; answers the id of the case. */
async function apply(page: Page): Promise<string> {
  houses += 1;
  await page.goto('/apply');
  await fillIn(page, {
    'customer.kind': 'natural',
    'customer.name': 'Anna Ozoliņa',
    'customer.email': 'anna@piemers.example',
    'customer.phone': '+371 20000000',
    'customer.postalAddress': 'Brīvības iela 1–5, Rīga, LV-1010',
    'customer.household': true,
  });
  await send(page);
  await fillIn(page, { 'object.address': `Ķiršu iela ${houses}, Cēsis` });
  await send(page);
  await fillIn(page, { purpose: 'new', 'connection.phases': '3', 'connection.ampere': '25' });
  await send(page);
  await page.locator('main input[type="file"]').setInputFiles({
    name: 'skapis ķieģeļu sienā.png',
    mimeType: 'image/png',
    buffer: PHOTO,
  });
  await send(page, 'main button[value="stay"]');
  expect(await mainText(page)).toContain('skapis ķieģeļu sienā.png');
  await send(page, 'main button[value="on"]');
  expect(new URL(page.url()).pathname).toMatch(/\/check$/);
  expect(await mainText(page)).toContain(`Ķiršu iela ${houses}, Cēsis`);
  await send(page);
  const id = /\/apply\/([^/]+)\/receipt$/.exec(new URL(page.url()).pathname)?.[1];
  if (!id) throw new Error(`No receipt: ${await mainText(page)}`);
  return id;
}

/** The clock of the product moves on from journey to journey. */
async function inDays(days: number): Promise<string> {
  const { body } = await call('GET', '/clock', 'admin');
  const on = Temporal.Instant.from((body as { now: string }).now)
    .toZonedDateTimeISO('Europe/Riga')
    .toPlainDate()
    .add({ days });
  return `${String(on.day).padStart(2, '0')}.${String(on.month).padStart(2, '0')}.${on.year}`;
}

const offer = async () => ({
  'quote.connection.distanceM': '20',
  'quote.loadUnitPrice': '400,00',
  termOn: await inDays(200),
  paymentDueOn: await inDays(44),
  channel: 'portal',
  ownershipBoundary: 'Uzskaites sadalne pie zemes gabala robežas',
});

async function offered(customer: Page, engineer: Page): Promise<string> {
  const id = await apply(customer);
  await act(engineer, id, 'application.routed');
  await act(engineer, id, 'offer.issued', await offer());
  expect((await caseView(id)).status).toBe('offered');
  return id;
}

async function signed(customer: Page, engineer: Page): Promise<string> {
  const id = await offered(customer, engineer);
  await act(customer, id, 'contract.signed');
  await act(engineer, id, 'contract.signed');
  expect((await caseView(id)).status).toBe('in-force');
  return id;
}

describe('from estimate to energised connection', () => {
  test('the customer and the engineer, each in a browser, to the end', async () => {
    const customer = await visit({ as: 'customer' });
    const engineer = await visit({ as: 'engineer' });
    const finance = await visit({ as: 'finance' });

    await customer.goto('/estimate');
    await fillIn(customer, {
      'connection.ampere': '25',
      'connection.distanceM': '20',
      loadUnitPrice: '400',
    });
    await customer
      .getByText(/6\s?050,00\sEUR/)
      .first()
      .waitFor();

    const id = await apply(customer);
    const { number } = await caseView(id);
    await engineer.goto(`/cases?q=${encodeURIComponent(number)}`);
    await engineer.locator(`main a[href="/cases/${id}"]`, { hasText: number }).click();
    await engineer.waitForURL(`**/cases/${id}`);

    await act(engineer, id, 'application.routed');
    await act(engineer, id, 'offer.issued', await offer());

    await customer.goto('/cases');
    expect(await mainText(customer)).toContain(number);
    await customer.goto(`/cases/${id}`);
    const page = await mainText(customer);
    expect(page).toMatch(/6\s?050,00\sEUR/);
    expect(page).toMatch(/Jūsu kārta/i);

    await act(customer, id, 'contract.signed');
    await act(engineer, id, 'contract.signed');
    await act(finance, id, 'payment.received', { amount: '6050,00' });
    expect((await caseView(id)).regions).toMatchObject({ payment: 'paid' });

    await moveClock({ advance: 'P40D' });
    await act(engineer, id, 'works.started');
    await moveClock({ advance: 'P20D' });
    await act(engineer, id, 'works.completed');
    await act(customer, id, 'readiness.confirmed', {
      installationsBuilt: true,
      preparedForVoltage: true,
    });
    await act(engineer, id, 'connection.made');
    expect(await caseView(id)).toMatchObject({ status: 'closed', regions: { link: 'connected' } });

    await customer.goto(`/cases/${id}`);
    expect(await violationsOf(customer)).toEqual([]);
    await engineer.goto(`/cases/${id}`);
    expect(await violationsOf(engineer)).toEqual([]);
  }, 180_000);
});

describe('other ends', () => {
  test('a household withdraws within fourteen days, and is told what comes back', async () => {
    const customer = await visit({ as: 'customer', language: 'en' });
    const engineer = await visit({ as: 'engineer' });
    const finance = await visit({ as: 'finance' });
    const id = await signed(customer, engineer);
    await act(finance, id, 'payment.received', { amount: '6050,00' });
    await act(customer, id, 'contract.withdrawn');
    expect(await caseView(id)).toMatchObject({
      status: 'terminated',
      ending: { reason: 'withdrawal' },
      money: { refundDue: '6050.00' },
    });
    expect(await mainText(customer)).toMatch(/6,?050\.00/);
  }, 120_000);

  test('a contract that nobody paid for ends by itself, and the page says when and why', async () => {
    const customer = await visit({ as: 'customer' });
    const engineer = await visit({ as: 'engineer' });
    const id = await signed(customer, engineer);
    await moveClock({ advance: 'P90D' });
    expect(await caseView(id)).toMatchObject({ status: 'terminated', ending: { reason: 'nonPayment' } });
    await customer.goto(`/cases/${id}`);
    const text = await mainText(customer);
    expect(text).toContain('14.3.2');
    expect(await customer.locator(`a[href$="/acts/contract.signed"]`).count()).toBe(0);
  }, 120_000);
});

describe('ways of using it', () => {
  test('on a phone: an offer is read and objected to', async () => {
    const customer = await visit({ as: 'customer', device: 'phone' });
    const engineer = await visit({ as: 'engineer' });
    const id = await offered(customer, engineer);
    await act(customer, id, 'offer.objected', { reasons: 'Attālums ir mazāks, nekā plānā norādīts.' });
    expect((await caseView(id)).status).toBe('objected');
    await act(engineer, id, 'objection.rejected', { reasons: 'Attālums mērīts līdz robežai plānā.' });
    expect((await caseView(id)).status).toBe('offered');
    await customer.goto(`/cases/${id}`);
    expect(
      await customer.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBeLessThanOrEqual(0);
  }, 120_000);

  test('without JavaScript: applied for, offered and signed', async () => {
    const customer = await visit({ as: 'customer', javaScript: false });
    const engineer = await visit({ as: 'engineer', javaScript: false });
    await signed(customer, engineer);
  }, 120_000);

  test('by keyboard alone: an application is withdrawn', async () => {
    const customer = await visit({ as: 'customer' });
    const id = await apply(customer);
    await customer.goto(`/cases/${id}`);
    const reach = async (selector: string): Promise<void> => {
      for (let step = 0; step < 120; step += 1) {
        await customer.keyboard.press('Tab');
        const there = await customer.evaluate(
          (wanted) => document.activeElement?.matches(wanted) ?? false,
          selector,
        );
        if (there) {
          const outline = await customer.evaluate(() => {
            const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement!);
            return outlineStyle !== 'none' || boxShadow !== 'none';
          });
          expect(outline, `the focus on ${selector} is seen`).toBe(true);
          return;
        }
      }
      throw new Error(`${selector} was not reached by Tab`);
    };
    await reach('details:has(a[href$="/acts/application.withdrawn"]) > summary');
    await customer.keyboard.press('Enter');
    await reach(`a[href="/cases/${id}/acts/application.withdrawn"]`);
    await customer.keyboard.press('Enter');
    await customer.waitForURL('**/acts/application.withdrawn');
    await reach('main form[method="post"] button[type="submit"]');
    await customer.keyboard.press('Enter');
    await customer.locator('.confirm').waitFor();
    await reach(CONFIRM);
    await customer.keyboard.press('Enter');
    await customer.waitForURL(`**/cases/${id}?**`);
    expect((await caseView(id)).status).toBe('withdrawn');
  }, 120_000);

  test('a second click on the confirmation happens once', async () => {
    const customer = await visit({ as: 'customer', javaScript: false });
    const engineer = await visit({ as: 'engineer' });
    const id = await offered(customer, engineer);
    await customer.goto(`/cases/${id}/acts/contract.signed`);
    await send(customer);
    const form = await customer
      .locator('.confirm form')
      .evaluate((one) => one.outerHTML)
      .then((html) => ({
        ...Object.fromEntries(
          [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
            name!,
            value!,
          ]),
        ),
        step: 'confirm',
      }));
    const twice = await Promise.all(
      [1, 2].map(() =>
        customer.context().request.post(`/cases/${id}/acts/contract.signed`, { form, maxRedirects: 0 }),
      ),
    );
    expect(twice.map((answer) => answer.status())).toEqual([303, 303]);
    const { body } = await call('GET', `/cases/${id}/history`, 'engineer');
    const signatures = (body as { items: { type: string }[] }).items.filter(
      ({ type }) => type === 'contract.signed',
    );
    expect(signatures).toHaveLength(1);
  }, 120_000);
});
