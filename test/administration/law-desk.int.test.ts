import { beforeAll, describe, expect, test } from 'vitest';
import { sqlStateOf } from '../../db/errors.ts';
import { readLaw } from '../../db/law.ts';
import type { ProposalRequest } from '../../src/administration/proposal-request.ts';
import { day } from '../../src/law/days.ts';
import { quote } from '../../src/law/fees/quote.ts';
import { figureInForce } from '../../src/law/parameters/figure-in-force.ts';
import { Refusal } from '../../src/law/refusal.ts';
import { DELIVERED_TERMS } from '../../src/law/terms/delivered.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import {
  evaluating,
  type Office,
  offered,
  openOffice,
  person,
  refusalOf,
  signed,
  timeFrom,
} from './office.ts';

const YES = { decision: 'apply', reasons: '' } as const;
const NO = { decision: 'decline', reasons: 'the source says otherwise' } as const;
const figure = (name: string, value: string, since: string, more: object = {}): ProposalRequest =>
  ({
    kind: 'figure',
    name,
    value,
    since,
    status: 'verified',
    source: 'Latvijas Vēstnesis',
    ...more,
  }) as ProposalRequest;

let office: Office;

describeOnBothDatabases('two administrators change the law (ADR 0060)', (database) => {
  beforeAll(async () => {
    office = await openOffice(database(), timeFrom('2025-03-10'));
  });
  const desk = () => office.lawDesk;
  const proposed = () =>
    desk().propose(person('admin'), figure('connecting-cost-low-voltage', '30.00', '2025-03-11'));

  test('what one proposes changes nothing; what another approves counts from its day', async () => {
    const { id, state } = await desk().propose(person('admin'), figure('vat-rate', '0.22', '2025-04-01'));
    const rateOn = (on: string) => figureInForce('vat-rate', day(on), office.shelf.book())?.value;
    expect([state, rateOn('2025-04-01')]).toEqual(['pending', '0.21']);

    const approved = await desk().decide(person('admin2'), id, YES);
    expect(approved).toMatchObject({
      state: 'approved',
      proposedBy: 'admin',
      decidedBy: 'admin2',
      effectiveOn: '2025-04-01',
    });
    expect(['2025-03-31', '2025-04-01'].map(rateOn)).toEqual(['0.21', '0.22']);
  });

  test('whoever proposed does not approve, and may take it back', async () => {
    const { id } = await proposed();
    expect(await refusalOf(desk().decide(person('admin'), id, YES))).toMatchObject({
      kind: 'forbidden',
      code: 'approval.second-person',
    });
    expect(await desk().decide(person('admin'), id, NO)).toMatchObject({
      state: 'declined',
      decidedBy: 'admin',
    });
  });

  test('declining needs reasons; what was decided stays decided', async () => {
    const { id } = await proposed();
    expect(
      (await refusalOf(desk().decide(person('admin2'), id, { ...NO, reasons: ' ' }))).errors[0]?.field,
    ).toBe('reasons');
    expect(await desk().decide(person('admin2'), id, NO)).toMatchObject({
      state: 'declined',
      reasons: NO.reasons,
      revision: null,
    });
    expect((await refusalOf(desk().decide(person('admin2'), id, YES))).code).toBe('proposal.decided');
    expect((await desk().find(person('service'), id)).state).toBe('declined');
  });

  test.each(['service', 'engineer', 'finance'])('%s reads and changes nothing', async (who) => {
    const { id } = await proposed();
    expect((await desk().proposals(person(who), 'pending')).length).toBeGreaterThan(0);
    expect(
      (await refusalOf(desk().propose(person(who), figure('vat-rate', '0.23', '2026-01-01')))).kind,
    ).toBe('forbidden');
    expect((await refusalOf(desk().decide(person(who), id, YES))).kind).toBe('forbidden');
  });

  test.each(['customer', 'company', 'privacy'])('%s does not even read', async (who) => {
    expect((await refusalOf(desk().proposals(person(who)))).kind).toBe('forbidden');
    expect((await refusalOf(office.lawReading.figures(person(who), 'en'))).kind).toBe('forbidden');
  });

  test('a proposal that waited too long is measured anew: its day has passed', async () => {
    const waiting = await openOffice(database(), timeFrom('2025-03-10'));
    const { id } = await waiting.lawDesk.propose(
      person('admin'),
      figure('capital-return-rate', '0.05', '2025-03-11'),
    );
    const late = await openOffice(database(), timeFrom('2025-03-11'));
    // Nobody had given the rate: it may still count from its day.
    expect((await late.lawDesk.decide(person('admin2'), id, YES)).state).toBe('approved');
    const change = figure('capital-return-rate', '0.06', '2025-03-12');
    const second = await late.lawDesk.propose(person('admin'), change);
    const later = await openOffice(database(), timeFrom('2025-03-12'));
    const refused = await refusalOf(later.lawDesk.decide(person('admin2'), second.id, YES));
    expect([refused.code, refused.allowedFrom?.toString()]).toEqual(['law.too-early', '2025-03-13']);
    expect((await later.lawDesk.find(person('admin'), second.id)).state).toBe('pending');
  });

  test('many approved at once get revisions in a row, and one version of Part II becomes law once', async () => {
    const version = (name: string): ProposalRequest => ({
      kind: 'terms',
      version: name,
      publishedOn: '2025-03-01',
      effectiveOn: '2025-05-01',
      ground: 'authority',
      source: 'sadalestikls.lv',
      parameters: DELIVERED_TERMS.parameters,
    });
    const requests = [
      version('X'),
      version('X'),
      version('Y'),
      figure('attributable-cost', '42.50', '2018-03-27'),
    ];
    const ids = await Promise.all(
      requests.map(async (one) => (await desk().propose(person('admin'), one)).id),
    );
    const before = office.shelf.book().revision;
    const outcomes = await Promise.allSettled(ids.map((id) => desk().decide(person('admin2'), id, YES)));
    const approved = outcomes.filter((one) => one.status === 'fulfilled').map((one) => one.value.revision);
    expect(approved.toSorted()).toEqual([before + 1, before + 2, before + 3]);
    const [refused] = outcomes.filter((one) => one.status === 'rejected');
    expect(refused?.reason).toBeInstanceOf(Refusal);
    expect(
      office.shelf
        .book()
        .terms.map((one) => one.version)
        .filter((name) => 'XY'.includes(name))
        .sort(),
    ).toEqual(['X', 'Y']);
  });

  test('two approvals of one proposal at once: one of them decides it', async () => {
    const { id } = await proposed();
    const outcomes = await Promise.allSettled([
      desk().decide(person('admin2'), id, YES),
      desk().decide(person('admin2'), id, YES),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('the database itself keeps proposals and the law as they were agreed', async () => {
    const { query } = office.db;
    const refused = async (text: string) => sqlStateOf(await query(text).catch((error: unknown) => error));
    expect(await refused(`update law_proposals set entry = '{}' where state = 'pending'`)).toBe('P0403');
    expect(await refused(`update law_proposals set state = 'pending' where state = 'approved'`)).toBe(
      'P0403',
    );
    expect(await refused('delete from law_proposals')).toBe('P0403');
    expect(await refused('delete from law_editions')).toBe('P0403');
    const own = `update law_proposals set state = 'approved', decided_by = proposed_by, revision = 9999 where state = 'pending'`;
    expect(await refused(own)).toBe('23514');
    expect(await refused(own.replace('proposed_by', 'null'))).toBe('23514');
  });

  test('another process has the same law once it has read it, value for value', async () => {
    const other = await openOffice(database(), timeFrom('2025-03-10'));
    expect(other.shelf.enactments()).toEqual(office.shelf.enactments());
    await office.enacted(figure('load-unit-price-zone-2', '120.50', '2025-05-01'));
    expect(figureInForce('load-unit-price-zone-2', day('2025-05-01'), other.shelf.book())).toBeUndefined();
    await other.shelf.refresh();
    expect(figureInForce('load-unit-price-zone-2', day('2025-05-01'), other.shelf.book())?.value).toBe(
      '120.50',
    );
    expect((await readLaw(other.db)).revision).toBe(other.shelf.book().revision);
  });

  test('a text of Part II goes with its version', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7 Vispārīgie noteikumi');
    const documentId = await office.lawReading.keepText(person('admin'), { name: 'Part-II.pdf', bytes });
    const version: ProposalRequest = {
      kind: 'terms',
      version: 'with-text',
      publishedOn: '2025-03-10',
      effectiveOn: '2025-04-15',
      ground: 'law',
      source: 'sadalestikls.lv',
      parameters: DELIVERED_TERMS.parameters,
      documentId,
    };
    await office.enacted(version);
    const kept = await office.lawReading.termsText('with-text');
    expect([kept.name, kept.contentType]).toEqual(['Part-II.pdf', 'application/pdf']);
    expect([...kept.bytes]).toEqual([...bytes]);
    expect((await refusalOf(office.lawReading.termsText(DELIVERED_TERMS.version))).kind).toBe('not-found');
    const unknown = { ...version, version: 'lost', documentId: crypto.randomUUID() };
    expect((await refusalOf(desk().propose(person('admin'), unknown))).errors[0]?.field).toBe('documentId');
  });

  test('the operator’s details count at once', async () => {
    const { operator } = office.shelf.book();
    const account = { iban: 'LV80BANK0000435195001', bic: 'HABALV22', bank: 'AS "Swedbank"' };
    await office.enacted({
      kind: 'operator',
      profile: { ...operator, account, phone: '8404' },
      source: 'board decision',
    });
    expect(await office.lawReading.operator(person('finance'))).toMatchObject({ phone: '8404', account });
  });
});

describeOnBothDatabases('the law changes while cases run', (database) => {
  beforeAll(async () => {
    office = await openOffice(database(), timeFrom('2025-03-10'));
  });

  test('II.def.fee-1/8.3: an offer that a missing price refused is issued from the first day of the price', async () => {
    const byLoadUnit = { connection: { ampere: '25', volt: '400', distanceM: '20' }, costs: {} };
    const offer = { quote: byLoadUnit, paymentDueOn: '2025-04-30' };
    expect((await refusalOf(offered(office, offer))).errors[0]?.field).toBe('load-unit-price');
    await office.enacted(figure('load-unit-price', '100.00', '2025-03-10'));
    const view = await offered(office, offer);
    expect(view).toMatchObject({ status: 'offered', money: { customerShareGross: '1512.50' } });

    // ADR 0022: it ends with 30 April.
    const priceOn = (on: string) => quote(byLoadUnit, office.shelf.book(), day(on)).customerGross;
    expect(priceOn('2025-04-30')).toBe('1512.50');
    expect(() => priceOn('2025-05-01')).toThrow(/load-unit-price/);
    await office.enacted(figure('load-unit-price', '120.50', '2025-05-01'));
    expect([priceOn('2025-04-30'), priceOn('2025-05-01')]).toEqual(['1512.50', '1822.56']);
    expect(() => priceOn('2026-05-01')).toThrow(/load-unit-price/);

    // The offer of March keeps its price to the cent, with the figure that it rests on.
    await office.moveTo('2025-04-02');
    const kept = await office.find(view.id);
    expect(kept.money).toMatchObject({ customerShareGross: '1512.50' });
    expect(kept.fee).toMatchObject({
      figures: expect.arrayContaining([
        expect.objectContaining({ name: 'load-unit-price', value: '100.00' }),
      ]),
    });
  });

  test('preface 2: a reported edition is previewed; once confirmed with a source it is offered', async () => {
    const large = { connection: { ampere: '160', volt: '400' }, costs: { construction: '8000.00' } } as const;
    const share = (edition: 'verified' | 'reported') =>
      quote({ ...large, edition }, office.shelf.book(), day('2025-04-02'));
    expect([share('verified').customerShareNet, share('reported').customerShareNet]).toEqual([
      '8000.00',
      '4000.00',
    ]);
    expect(share('reported').offerable).toBe(false);
    const preview = { quote: { ...large, edition: 'reported' as const }, paymentDueOn: '2025-05-30' };
    expect((await refusalOf(offered(office, preview))).errors[0]?.field).toBe('quote');

    await office.enacted(
      figure('works-share-of-larger-connections', '0.5', '2024-05-01', {
        source: 'Latvijas Vēstnesis 2024/85',
      }),
    );
    expect(share('verified')).toMatchObject({ customerShareNet: '4000.00', offerable: true });
    const view = await offered(office, { quote: large, paymentDueOn: '2025-05-30' });
    expect(view.money).toMatchObject({ customerShareGross: '4840.00' });
  });

  test('L74: a contract concluded before keeps its version of Part II, an offer of after has the new one', async () => {
    const before = await offered(office, { paymentDueOn: '2025-05-30' });
    await signed(office, before.id);
    await office.enacted({
      kind: 'terms',
      version: '2025-05-15',
      publishedOn: '2025-04-02',
      effectiveOn: '2025-05-15',
      ground: 'law',
      source: 'sadalestikls.lv',
      parameters: { ...DELIVERED_TERMS.parameters, withdrawalDays: 20, smallCustomerShare: '0.4' },
    });
    await office.moveTo('2025-05-14');
    const lastOfTheOld = await offered(office, { paymentDueOn: '2025-07-30' });
    expect(lastOfTheOld).toMatchObject({
      termsVersion: DELIVERED_TERMS.version,
      money: { customerShareGross: '6050.00' },
    });
    await office.moveTo('2025-05-15');
    const firstOfTheNew = await offered(office, { paymentDueOn: '2025-07-30' });
    expect(firstOfTheNew).toMatchObject({
      termsVersion: '2025-05-15',
      money: { customerShareGross: '4840.00' },
    });

    const contract = await office.find(before.id);
    expect(contract.termsVersion).toBe(DELIVERED_TERMS.version);
    expect(contract.money).toMatchObject({ customerShareGross: '6050.00' });
    expect(contract.deadlines.find(({ name }) => name === 'withdrawal')?.lastDay).toBe('2025-04-16');
    // T-27: an offer issued under the old text and concluded under the new one keeps the old.
    const late = await signed(office, lastOfTheOld.id);
    expect(late).toMatchObject({ status: 'in-force', termsVersion: DELIVERED_TERMS.version });
  });

  test('II.1.5 a new application under a setting that has changed meanwhile', async () => {
    await office.enacted({
      kind: 'setting',
      name: 'offerClock.start',
      value: 'completed',
      since: '2025-05-20',
      source: 'board decision',
    });
    const { id } = await evaluating(office);
    const offerDeadline = async () => (await office.find(id)).deadlines.find(({ name }) => name === 'offer')!;
    const used = (await offerDeadline()).used.find(({ name }) => name === 'offerClock.start');
    expect(used?.value).toBe('received');
    await office.moveTo('2025-05-20');
    const next = await evaluating(office);
    const changed = (await office.find(next.id)).deadlines.find(({ name }) => name === 'offer')!;
    expect(changed.used.find(({ name }) => name === 'offerClock.start')?.value).toBe('completed');
  });

  describe('before a change takes effect it is known what it does', () => {
    test('to the offers that are open, and after its approval the report is the same', async () => {
      const view = await offered(office, { paymentDueOn: '2025-08-30' });
      const { id } = await office.lawDesk.propose(person('admin'), figure('vat-rate', '0.22', '2025-06-01'));
      const report = await office.lawDesk.impact(person('finance'), id, 100);
      const mine = report.prices.items.find(({ caseId }) => caseId === view.id);
      // The version of Part II of 15 May: 40 % of 10,000.00.
      expect(mine).toMatchObject({
        given: '4840.00',
        before: '4840.00',
        after: '4880.00',
        difference: '40.00',
      });
      expect(report.on).toBe('2025-06-01');
      await office.lawDesk.decide(person('admin2'), id, YES);
      const after = await office.lawDesk.impact(person('finance'), id, 100);
      expect(after).toEqual(report);
      expect((await office.find(view.id)).money).toMatchObject({ customerShareGross: '4840.00' });
    });
  });
});
