import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, clientOf } from '../../journeys/client.ts';
import { describeOnBothDatabases } from '../../support/database.ts';
import { type RunningPortal, runPortal, type Visitor } from '../running-portal.ts';

const OFFER = {
  quote: {
    concludedOn: '2025-03-20',
    connection: { ampere: '315', volt: '400', distanceM: '40', planReference: 'M-17' },
    loadUnitPrice: '92.40',
    costs: { construction: '900.00', capacityMaintenance: '300.00', connecting: '50.00' },
    supplyInterruptedOrLoadReduced: true,
    interruption: { from: '2023-05-01', to: '2024-10-31', basis: 'Pēc tāmes.' },
    deferral: {
      months: 12,
      instalments: 4,
      annualRate: '0.05',
      guaranteesProvided: true,
      termsInContract: true,
      monthsFromSystemServiceContract: 18,
    },
  },
  termOn: '2025-12-31',
  paymentDueOn: '2025-04-30',
  channel: 'portal',
  ownershipBoundary: 'Sadalne pie robežas',
  partOne: {
    connectionDays: { value: 20, reason: 'Vienošanās ar klientu' },
    smallCustomerShare: { value: '0.4', reason: 'Valdes lēmums' },
    technicalRulesIssuedUntil: { value: '2021-07-31', reason: 'Pārejas laiks' },
  },
};

describeOnBothDatabases('acts that wait for a second person, in the portal', (database) => {
  let portal: RunningPortal;
  let client: Client;
  let caseId: string;
  const pages = new Map<string, Visitor>();
  const as = (name: string): Visitor => pages.get(name)!;

  beforeAll(async () => {
    portal = await runPortal(database(), { clockFrom: '2025-03-10T08:00:00Z' });
    client = clientOf(portal.address);
    for (const name of ['customer', 'service', 'engineer', 'finance', 'privacy'])
      pages.set(name, await portal.signedIn(name));
    const setting = { kind: 'setting', name: 'offer.financeApproval', value: true, source: 'valdes lēmums' };
    const proposed = await client.call('admin', 'POST', '/law/proposals', {
      body: { ...setting, since: '2025-03-11' },
    });
    const { id } = proposed.body as { id: string };
    await client.call('admin2', 'POST', `/law/proposals/${id}`, { body: { decision: 'approve' } });
    await client.moveTo(Temporal.Instant.from('2025-03-12T08:00:00Z'));
    const filed = await client.call('customer', 'POST', '/cases', {
      body: {
        customer: {
          kind: 'natural',
          name: 'Anna Ozoliņa',
          personalCode: '010190-10000',
          email: 'anna@piemers.example',
          postalAddress: 'Liepu iela 5, Ādaži',
          household: true,
        },
        object: { address: 'Liepu iela 5, Ādaži' },
        connection: { phases: 3, ampere: '315', volt: '400' },
        purpose: 'new',
      },
    });
    caseId = (filed.body as { id: string }).id;
    await client.event('engineer', caseId, 'application.routed', {
      designNeeded: false,
      contractorNeeded: false,
    });
    const asked = await client.event('engineer', caseId, 'offer.issued', OFFER);
    expect(asked.status, JSON.stringify(asked.body)).toBe(202);
  }, 60_000);
  afterAll(() => portal.stop());

  test('who decides reads all of what is asked for: price, capacity, deferral and what Part I says otherwise', async () => {
    const { text } = await as('finance').get('/approvals');
    for (const told of [
      'Pieprasa Jānis Kalniņš (engineer)',
      'Strāva 315 A',
      'Spriegums 400 V',
      'Attālums taisnā līnijā līdz 0,4 kV līnijai 40 m',
      'Plāna apzīmējums M-17',
      'Slodzes vienības cena par ampēru 92,40 EUR',
      'Būvdarbu izmaksas 900,00 EUR',
      'Pieslēgšanas izmaksas 50,00 EUR',
      'Elektroapgāde bijusi pārtraukta vai atļautā slodze samazināta Jā',
      'Jaudas uzturēšanas izmaksas 300,00 EUR',
      'Pārtraukta vai samazināta no 01.05.2023.',
      'Pārtraukta vai samazināta līdz 31.10.2024.',
      'Summas pamats Pēc tāmes.',
      'Atliktais maksājums: mēneši 12',
      'Atliktais maksājums: maksājumu skaits 4',
      'Pēdējais maksājums: mēneši pēc sistēmas pakalpojuma līguma 18',
      'Klients iesniedzis prasītos nodrošinājumus Jā',
      'Līguma noslēgšanas diena aprēķinam 20.03.2025.',
      'Līguma termiņš 31.12.2025.',
      'Samaksas termiņš 30.04.2025.',
      'Piederības robeža Sadalne pie robežas',
      'I daļā citādi nekā II daļā pieslēgšana: 20 dienas',
      'Vienošanās ar klientu',
      'klienta daļa mazam pieslēgumam: 40 %',
      'tehniskie noteikumi izsniegti līdz: 31.07.2021.',
      'Klients maksā ar PVN',
    ])
      expect(text).toContain(told);
    expect(text).not.toContain('[object');
    const english = (await as('finance').get('/approvals?lang=en')).text;
    for (const told of [
      'Rated current 315 A',
      'Capacity maintenance 300.00 EUR',
      'Part I departs from Part II in connecting: 20 days',
      'customer share of a small connection: 40 %',
      'Last payment: months after the system-service contract 18',
    ])
      expect(english).toContain(told);
    await as('finance').get('/approvals?lang=lv');
  });

  test('history names staff to staff with their accounts, and to the customer by their role alone', async () => {
    const [{ id } = { id: '' }] = await client.approvals('finance');
    const applied = await client.call('finance', 'POST', `/approvals/${id}`, {
      body: { decision: 'apply', reasons: 'Pārbaudīts' },
    });
    expect(applied.status).toBe(200);
    const seen = async (name: string) => (await as(name).get(`/cases/${caseId}`)).text;
    const staff = await seen('service');
    expect(staff).toContain('Inženieris: Jānis Kalniņš (engineer)');
    expect(staff).toContain('Klients: Anna Ozoliņa (customer)');
    expect(staff).toContain('Apstiprināja: Inese Balode (finance)');
    const customer = await seen('customer');
    expect(customer).toContain('Inženieris');
    for (const kept of ['Jānis Kalniņš', '(engineer)', 'Inese Balode', '(finance)'])
      expect(customer).not.toContain(kept);
    const privacy = await seen('privacy');
    expect(privacy).toContain('Inženieris: Jānis Kalniņš (engineer)');
    expect(privacy).toContain('Klients: customer');
    expect(privacy).not.toContain('Anna Ozoliņa');
  });

  test('the API tells the same names and leaves out the same', async () => {
    const named = async (name: string) => {
      const entries = (await client.history(name, caseId)).map(
        ({ role, actorName }) => `${role}: ${actorName}`,
      );
      return [...new Set(entries)];
    };
    expect(await named('service')).toEqual(['customer: Anna Ozoliņa', 'engineer: Jānis Kalniņš']);
    expect(await named('customer')).toEqual(['customer: Anna Ozoliņa', 'engineer: null']);
    expect(await named('privacy')).toEqual(['customer: null', 'engineer: Jānis Kalniņš']);
  });
});
