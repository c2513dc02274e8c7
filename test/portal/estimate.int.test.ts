import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import { openFreshEmbedded } from '../support/database.ts';
import { type RunningPortal, runPortal } from './running-portal.ts';

let db: Database;
let portal: RunningPortal;

beforeAll(async () => {
  db = await openFreshEmbedded();
  portal = await runPortal(db);
}, 60_000);

afterAll(async () => {
  await portal.stop();
  await db.close();
});

const ask = (fields: Record<string, string>, language = 'lv') =>
  portal.visitor().get(`/estimate?${new URLSearchParams(fields)}`, { 'Accept-Language': language });

const SMALL = {
  'connection.ampere': '25',
  'connection.volt': '400',
  'connection.distanceM': '20',
  loadUnitPrice: '60',
};

describe('the public estimator', () => {
  test('prices what the API prices, line by line with its arithmetic, in both languages', async () => {
    const latvian = await ask(SMALL);
    expect(latvian.status).toBe(200);
    expect(latvian.text).toContain('907,50 EUR ar PVN');
    expect(latvian.text).toMatch(/25 A × 60,00 EUR\/A = 1500,00 EUR/);
    expect(latvian.text).toContain('Klients: 750,00 EUR (50 %)');
    const english = await ask(SMALL, 'en');
    expect(english.text).toContain('907.50 EUR with VAT');
    expect(english.text).toContain('25 A × 60.00 EUR/A');
  });

  test('tells which figures it rests on, since when and from where', async () => {
    const { text } = await ask(SMALL);
    expect(text).toContain('01.07.2012.');
    expect(text).toContain('public VAT table');
    expect(text).toContain('Jūsu norādīts');
  });

  test('takes the short names of the home page', async () => {
    const { status, text } = await portal.visitor().get('/estimate?volt=400&ampere=25&distanceM=20');
    expect(status).toBe(422);
    expect(text).toContain('Spēkā esošas apstiprinātas cenas nav: ierakstiet cenu par ampēru.');
  });

  test('shows both regimes and why the cheaper one applies (II.1.8)', async () => {
    const { text } = await ask({
      ...SMALL,
      'connection.ampere': '50',
      'technicalRules.issuedOn': '30.06.2021',
      'technicalRules.validUntil': '28.02.2022',
      concludedOn: '01.02.2022.',
      'costs.construction': '9000',
      'costs.attributable': '600',
      'costs.actual': '2000',
    });
    expect(text).toContain('SPRK lēmums 1/8 Nepiemēro');
    expect(text).toContain('SPRK lēmums 1/7 Piemēro');
    expect(text).toContain('1300,00 EUR');
  });

  test('says why a deferral is not possible, condition by condition', async () => {
    const { text } = await ask({ ...SMALL, 'deferral.months': '12', 'deferral.annualRate': '0,05' });
    expect(text).toContain('Nosacījumi nav izpildīti');
    expect(text).toContain('Pieslēguma lielums un spriegums');
  });

  test.each([
    ['0 A', { 'connection.ampere': '0' }, 'connection.ampere', 'Ierakstiet strāvu'],
    [
      'a distance in words',
      { 'connection.distanceM': 'tuvu' },
      'connection.distanceM',
      'Ierakstiet attālumu metros',
    ],
    ['above 110 kV', { 'connection.volt': '120000' }, 'connection.volt', 'pārsniedz 110 kV'],
    ['three decimals', { 'costs.construction': '10,123' }, 'costs.construction', 'Ierakstiet summu eiro'],
    ['a negative amount', { loadUnitPrice: '-60' }, 'loadUnitPrice', 'Ierakstiet summu eiro'],
    ['a deferral of 0 months', { 'deferral.months': '0' }, 'deferral.months', 'veselu mēnešu skaitu'],
    ['a deferral of 2.5 months', { 'deferral.months': '2,5' }, 'deferral.months', 'veselu mēnešu skaitu'],
    ['a day that cannot be', { concludedOn: '31.02.2025' }, 'concludedOn', 'kas ir kalendārā'],
  ])('%s is refused at its field, with reason and clause', async (_name, wrong, field, reason) => {
    const page = await ask({ ...SMALL, ...wrong });
    expect(page.status).toBe(422);
    const id = `f-${field.replaceAll('.', '-')}`;
    const place =
      page.html.match(new RegExp(`<p class="field__error" id="${id}-error"[^>]*>([\\s\\S]*?)</p>`))?.[1] ??
      '';
    expect(place).toContain(reason);
    expect(place).toMatch(/<cite>.+<\/cite>/);
    expect(page.html).toMatch(new RegExp(`id="${id}"[^>]*aria-invalid="true"`));
    expect(page.html).toContain(`href="#${id}"`);
  });

  test('text from an address stays text', async () => {
    const page = await ask({ ...SMALL, 'connection.ampere': '"><script>alert(1)</script>' });
    expect(page.html).not.toContain('<script>alert');
  });

  test('answers a part of the page to the script', async () => {
    const part = await portal.visitor().get(`/estimate/answer?${new URLSearchParams(SMALL)}`);
    expect(part.html).not.toContain('<html');
    expect(part.text).toContain('907,50 EUR');
  });
});
