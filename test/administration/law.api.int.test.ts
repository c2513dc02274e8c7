import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  calendarSchema,
  figuresSchema,
  impactSchema,
  operatorSchema,
  proposalSchema,
  proposalsSchema,
  settingsSchema,
  termsSchema,
  textKeptSchema,
} from '../../src/api/law-schemas.ts';
import { problemSchema } from '../../src/api/schemas.ts';
import { FIGURES } from '../../src/law/parameters/index.ts';
import { SETTINGS } from '../../src/law/settings/settings.ts';
import { DELIVERED_TERMS } from '../../src/law/terms/delivered.ts';
import { type RunningApi, runApi } from '../api/running-api.ts';
import { applicationBody } from '../builders/application-body.ts';
import { describeOnBothDatabases } from '../support/database.ts';

/** The law over HTTP; the clock stands at 2025-03-10, 10:00 in Riga. */

let api: RunningApi;
const get = (path: string, as = 'admin', headers: Record<string, string> = {}) =>
  api.call('get', path, { as, headers });
const post = (path: string, body: unknown, as = 'admin') => api.call('post', path, { as, body });
const fieldsOf = (body: unknown) => problemSchema.parse(body).errors?.map(({ field }) => field);

const price = {
  kind: 'figure',
  name: 'load-unit-price',
  value: '100.00',
  since: '2025-05-01',
  source: 'LV 2025/80',
};
const proposed = async (body: object) => {
  const answer = await post('/law/proposals', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return proposalSchema.parse(answer.body);
};
const approved = async (body: object) => {
  const { id } = await proposed(body);
  const answer = await post(`/law/proposals/${id}`, { decision: 'approve' }, 'admin2');
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return proposalSchema.parse(answer.body);
};
const quoted = (more: object) =>
  api.call('post', '/fees/quotes', {
    as: null,
    body: { connection: { ampere: '25', volt: '400', distanceM: '20' }, ...more },
  });

describeOnBothDatabases('the law over HTTP', (database) => {
  beforeAll(async () => {
    api = await runApi(database());
  });
  afterAll(() => api.stop());

  describe('reading', () => {
    const PATHS = [
      '/law/figures',
      '/law/settings',
      '/law/terms',
      '/law/calendar',
      '/law/operator',
      '/law/proposals',
    ];

    test.each(PATHS)(
      '%s: staff read it, customers and data protection do not, nobody without signing in',
      async (path) => {
        for (const as of ['admin', 'service', 'engineer', 'finance'])
          expect((await get(path, as)).status).toBe(200);
        for (const as of ['customer', 'privacy']) expect((await get(path, as)).status).toBe(403);
        expect((await api.call('get', path, { as: null })).status).toBe(401);
      },
    );

    test('every figure with its editions, and what is in force today', async () => {
      const { today, items } = figuresSchema.parse((await get('/law/figures', 'finance')).body);
      expect(today).toBe('2025-03-10');
      expect(items.map(({ name }) => name)).toEqual(Object.keys(FIGURES));
      const of = (name: string) => items.find((one) => one.name === name);
      expect(of('vat-rate')).toMatchObject({
        inForce: { value: '0.21', since: '2012-07-01' },
        reported: null,
      });
      expect(of('vat-rate')?.editions).toHaveLength(4);
      expect(of('works-share-of-larger-connections')).toMatchObject({
        inForce: null,
        reported: { value: '0.5', since: '2024-05-01', status: 'reported' },
      });
      expect(of('attributable-cost')).toMatchObject({
        inForce: null,
        unit: 'EUR/A',
        editions: [{ status: 'missing' }],
      });
    });

    test('labels speak the language of the reader', async () => {
      const label = async (language: string) =>
        figuresSchema.parse((await get('/law/figures', 'admin', { 'Accept-Language': language })).body)
          .items[0]?.label;
      expect([await label('lv'), await label('en')]).toEqual([
        FIGURES['vat-rate'].label.lv,
        FIGURES['vat-rate'].label.en,
      ]);
    });

    test('every setting with its question, its choices and its value', async () => {
      const { items } = settingsSchema.parse((await get('/law/settings', 'service')).body);
      expect(items).toHaveLength(Object.keys(SETTINGS).length);
      expect(items.find(({ name }) => name === 'annulment.mode')).toMatchObject({
        value: 'automatic',
        choices: ['automatic', 'propose'],
        editions: [{ since: '2018-01-01', entered: null }],
      });
    });

    test('versions of Part II with every parameter and its clause', async () => {
      const { items } = termsSchema.parse((await get('/law/terms', 'engineer')).body);
      expect(items[0]).toMatchObject({ version: DELIVERED_TERMS.version, inForce: true });
      expect(items[0]?.parameters).toHaveLength(Object.keys(DELIVERED_TERMS.parameters).length);
      expect(items[0]?.parameters).toContainEqual(
        expect.objectContaining({ name: 'objectionDays', value: 30, clause: 'II.11.2' }),
      );
    });

    test('the days of a year', async () => {
      const { year, days } = calendarSchema.parse((await get('/law/calendar?year=2025')).body);
      expect(year).toBe(2025);
      expect(days.map(({ on }) => on)).toEqual(
        expect.arrayContaining(['2025-01-01', '2025-05-05', '2025-12-31']),
      );
      expect(calendarSchema.parse((await get('/law/calendar')).body).year).toBe(2025);
      for (const year of ['25', '1899', 'next', '2025&year=2026'])
        expect((await get(`/law/calendar?year=${year}`)).status).toBe(422);
    });

    test('the operator', async () => {
      expect(operatorSchema.parse((await get('/law/operator')).body).name).toBe('AS "Sadales tīkls"');
    });
  });

  describe('POST /law/proposals', () => {
    test.each(['service', 'engineer', 'finance', 'privacy', 'customer'])(
      '403: not %s, told before what is wrong with the body',
      async (as) => {
        expect((await post('/law/proposals', { kind: 'nonsense' }, as)).status).toBe(403);
      },
    );

    test.each([
      [{ ...price, kind: 'price' }, 'kind'],
      [{ ...price, name: 'toString' }, 'name'],
      [{ ...price, since: '2025-02-30' }, 'since'],
      [{ ...price, source: ' ' }, 'source'],
      [{ ...price, source: undefined }, 'source'],
      [{ ...price, status: 'certain' }, 'status'],
      [{ ...price, colour: 'red' }, 'colour'],
      [{ ...price, value: '100' }, 'value'],
      [{ ...price, value: 100 }, 'value'],
      [
        { kind: 'setting', name: 'annulment.mode', value: 'never', since: '2025-04-01', source: 'x' },
        'value',
      ],
      [{ kind: 'calendar', rows: [], source: 'x' }, 'rows'],
      [
        { kind: 'calendar', rows: [{ on: '2025-05-05', kind: 'day-off', name: 'x' }], source: 'x' },
        'rows.0.on',
      ],
    ])('422: %j is refused for %s', async (body, field) => {
      const answer = await post('/law/proposals', body);
      expect(answer.status).toBe(422);
      expect(fieldsOf(answer.body)).toContain(field);
    });

    test('422: a version of Part II names every parameter, in its form, and no other', async () => {
      const terms = {
        kind: 'terms',
        version: 'Z',
        publishedOn: '2025-03-10',
        effectiveOn: '2025-06-01',
        ground: 'law',
        source: 'x',
      };
      const { objectionDays: _, ...lacking } = DELIVERED_TERMS.parameters;
      const wrong = { ...lacking, objectionDays: '30', smallCustomerShare: '1.5', colour: 1 };
      expect(fieldsOf((await post('/law/proposals', { ...terms, parameters: lacking })).body)).toEqual([
        'parameters.objectionDays',
      ]);
      expect(fieldsOf((await post('/law/proposals', { ...terms, parameters: wrong })).body)?.sort()).toEqual([
        'parameters.colour',
        'parameters.objectionDays',
        'parameters.smallCustomerShare',
      ]);
      const { ground: __, ...groundless } = { ...terms, parameters: DELIVERED_TERMS.parameters };
      expect(fieldsOf((await post('/law/proposals', groundless)).body)).toEqual(['ground']);
    });

    test('L64 over HTTP: too late by a day, in time, and on a ground of 1.6', async () => {
      const version = (name: string, effectiveOn: string, more: object = {}) =>
        post('/law/proposals', {
          kind: 'terms',
          version: name,
          publishedOn: '2025-03-10',
          effectiveOn,
          ground: 'authority',
          source: 'sadalestikls.lv',
          parameters: DELIVERED_TERMS.parameters,
          ...more,
        });
      const late = await version('L64-1', '2025-04-09');
      expect(late).toMatchObject({ status: 409, body: { clause: 'II.1.5', allowedFrom: '2025-04-10' } });
      expect((await version('L64-2', '2025-04-10')).status).toBe(201);
      expect((await version('L64-3', '2025-03-11', { exemption: 'authority-instruction' })).status).toBe(201);
    });

    test('409: a figure in force is not changed for today', async () => {
      const answer = await post('/law/proposals', {
        kind: 'figure',
        name: 'vat-rate',
        value: '0.22',
        since: '2025-03-10',
        source: 'x',
      });
      expect(answer).toMatchObject({ status: 409, body: { allowedFrom: '2025-03-11' } });
    });

    test('201: the proposal with its address', async () => {
      const answer = await post('/law/proposals', { ...price, name: 'load-unit-price-zone-3' });
      const { id, state } = proposalSchema.parse(answer.body);
      expect(state).toBe('pending');
      expect(answer.headers.get('Location')).toBe(`/api/v1/law/proposals/${id}`);
      expect((await get(`/law/proposals/${id}`, 'service')).body).toEqual(answer.body);
      const pending = proposalsSchema.parse((await get('/law/proposals?state=pending')).body);
      expect(pending.items.map((one) => one.id)).toContain(id);
    });
  });

  describe('POST /law/proposals/{id}', () => {
    test('404, then 403, then 422, then 409', async () => {
      const nowhere = '/law/proposals/00000000-0000-4000-8000-000000000000';
      expect((await post(nowhere, { decision: 'approve' })).status).toBe(404);
      expect((await post(nowhere, { decision: 'maybe' }, 'service')).status).toBe(404);
      expect((await post('/law/proposals/7', { decision: 'approve' })).status).toBe(404);
      const { id } = await proposed({ ...price, name: 'load-unit-price-zone-2' });
      const path = `/law/proposals/${id}`;
      expect((await post(path, { decision: 'maybe' }, 'service')).status).toBe(403);
      expect((await post(path, { decision: 'maybe' }, 'admin2')).status).toBe(422);
      expect((await post(path, { decision: 'decline' }, 'admin2')).status).toBe(422);
      expect((await post(path, { decision: 'approve' }, 'admin')).status).toBe(403);
      expect((await post(path, { decision: 'decline', reasons: 'wrong zone' }, 'admin2')).status).toBe(200);
      expect((await post(path, { decision: 'approve' }, 'admin2')).status).toBe(409);
    });

    test('II.def.fee-1/8.3: a price is quoted from its first day to the end of its year', async () => {
      const on = async (concludedOn: string) => {
        const { status, body } = await quoted({ concludedOn });
        return status === 200 ? (body as { customerGross: string }).customerGross : fieldsOf(body)?.[0];
      };
      expect(await on('2025-05-01')).toBe('load-unit-price');
      expect(await approved(price)).toMatchObject({
        state: 'approved',
        effectiveOn: '2025-05-01',
        decidedBy: 'admin2',
      });
      expect([
        await on('2025-04-30'),
        await on('2025-05-01'),
        await on('2026-04-30'),
        await on('2026-05-01'),
      ]).toEqual(['load-unit-price', '1512.50', '1512.50', 'load-unit-price']);
      const { items } = figuresSchema.parse((await get('/law/figures')).body);
      expect(items.find(({ name }) => name === 'load-unit-price')).toMatchObject({
        inForce: null,
        editions: [
          { status: 'missing' },
          { value: '100.00', entered: { by: 'admin', approvedBy: 'admin2' } },
        ],
      });
    });

    test('the calendar of the year shows what was entered and what was taken back', async () => {
      const rows = [
        { on: '2025-05-02', kind: 'day-off', name: 'pārcelta darba diena' },
        { on: '2025-05-10', kind: 'working-day', name: 'pārcelta darba diena' },
        { on: '2025-12-31', kind: 'day-off', name: 'atcelta', removed: true },
      ];
      await approved({ kind: 'calendar', rows, source: 'MK rīkojums' });
      const { days, movedWorkingDaysCount } = calendarSchema.parse(
        (await get('/law/calendar?year=2025')).body,
      );
      expect(movedWorkingDaysCount).toBe(false);
      for (const row of rows)
        expect(days).toContainEqual(
          expect.objectContaining({ ...row, entered: expect.objectContaining({ by: 'admin' }) }),
        );
      expect(days.find(({ on }) => on === '2025-12-31')).toMatchObject({ from: 'rule', removed: true });
    });
  });

  describe('GET /law/proposals/{id}/impact', () => {
    async function offered(): Promise<string> {
      const { id } = (await post('/cases', applicationBody(), 'customer')).body as { id: string };
      const act = async (body: object) =>
        expect((await post(`/cases/${id}/events`, body, 'engineer')).status).toBe(200);
      await act({ type: 'application.routed', designNeeded: false, contractorNeeded: false });
      await act({
        type: 'offer.issued',
        quote: {
          connection: { ampere: '25', volt: '400', distanceM: '200' },
          costs: { construction: '10000.00' },
        },
        termOn: '2025-11-30',
        paymentDueOn: '2025-04-30',
        channel: 'portal',
        ownershipBoundary: 'sadalne',
      });
      return id;
    }

    test('which open offers would cost another amount, case by case and together', async () => {
      const cases = [await offered(), await offered(), await offered()];
      const { id } = await proposed({
        kind: 'figure',
        name: 'vat-rate',
        value: '0.22',
        since: '2025-04-01',
        source: 'x',
      });
      const report = impactSchema.parse((await get(`/law/proposals/${id}/impact`, 'finance')).body);
      expect(report.prices).toMatchObject({
        count: 3,
        total: '150.00',
        offers: { count: 3, total: '150.00' },
      });
      expect(report.prices.items.map(({ caseId }) => caseId).sort()).toEqual(cases.toSorted());
      expect(report.prices.items[0]).toMatchObject({
        before: '6050.00',
        after: '6100.00',
        difference: '50.00',
      });
      const short = impactSchema.parse((await get(`/law/proposals/${id}/impact?limit=1`)).body);
      expect([short.prices.items.length, short.prices.count, short.leftOut.prices]).toEqual([1, 3, 2]);
    });

    test('403, 404, 422', async () => {
      const { id } = await proposed({ ...price, value: '101.00', since: '2025-06-01' });
      expect((await get(`/law/proposals/${id}/impact`, 'customer')).status).toBe(403);
      expect((await get('/law/proposals/00000000-0000-4000-8000-000000000000/impact?limit=x')).status).toBe(
        404,
      );
      for (const limit of ['0', '-1', 'all', '10001'])
        expect((await get(`/law/proposals/${id}/impact?limit=${limit}`)).status).toBe(422);
    });
  });

  describe('the text of Part II', () => {
    const upload = (body: string, as = 'admin', type = 'application/pdf') =>
      api.call('post', '/law/documents?name=Part-II.pdf', { as, body, headers: { 'Content-Type': type } });

    test('is stored by an administrator, named by a version, and read by whoever signed in', async () => {
      const text = '%PDF-1.7 Vispārīgie noteikumi';
      const { documentId } = textKeptSchema.parse((await upload(text)).body);
      await approved({
        kind: 'terms',
        version: '2025.2',
        publishedOn: '2025-03-10',
        effectiveOn: '2025-07-01',
        ground: 'technical',
        source: 'sadalestikls.lv',
        parameters: DELIVERED_TERMS.parameters,
        documentId,
      });
      const read = await get('/law/terms/2025.2/document', 'customer');
      expect([read.status, read.body, read.headers.get('Content-Type')]).toEqual([
        200,
        text,
        'application/pdf',
      ]);
      expect((await get('/law/terms/2018-01-01/document', 'customer')).status).toBe(404);
    });

    test('403, 413 and 415', async () => {
      expect((await upload('%PDF-', 'service')).status).toBe(403);
      expect((await upload('GIF89a')).status).toBe(415);
      expect((await upload('%PDF-', 'admin', 'text/plain')).status).toBe(415);
      const long = await upload(`%PDF-${'x'.repeat(11 * 1024 * 1024)}`);
      expect(long.status).toBe(413);
      expect(problemSchema.parse(long.body).detail).toContain(String(10 * 1024 * 1024));
    });
  });
});
