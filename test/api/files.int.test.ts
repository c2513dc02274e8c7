import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import { caseFileSchema, caseFilesSchema } from '../../src/api/schemas.ts';
import { FILE_LIMIT_BYTES } from '../../src/casework/files/limits.ts';
import { DEMO_PASSWORD } from '../../src/identity/demo-accounts.ts';
import { asice, jpeg, pdf, zip } from '../casework/files/file-samples.ts';
import { type RunningPortal, runPortal } from '../portal/running-portal.ts';
import { openFreshEmbedded } from '../support/database.ts';

let db: Database;
let product: RunningPortal;
const tokens = new Map<string, string>();

beforeAll(async () => {
  db = await openFreshEmbedded();
  product = await runPortal(db);
}, 60_000);

afterAll(async () => {
  await product.stop();
  await db.close();
});

type Body = Uint8Array<ArrayBuffer> | object | undefined;

async function call(method: string, path: string, as: string | null, body?: Body, headers: object = {}) {
  const json = body !== undefined && !(body instanceof Uint8Array);
  const response = await fetch(`${product.address}/api/v1${path}`, {
    method,
    headers: {
      ...(as === null ? {} : { Authorization: `Bearer ${await tokenOf(as)}` }),
      ...(json ? { 'Content-Type': 'application/json' } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as Uint8Array<ArrayBuffer>) }),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    body: isJson ? (JSON.parse(new TextDecoder().decode(bytes)) as unknown) : null,
  };
}

async function tokenOf(username: string): Promise<string> {
  const known = tokens.get(username);
  if (known) return known;
  const { body } = await call('POST', '/sessions', null, { username, password: DEMO_PASSWORD });
  tokens.set(username, (body as { token: string }).token);
  return tokenOf(username);
}

async function aCase(draft = false): Promise<string> {
  const { body } = await call('POST', draft ? '/cases?draft=1' : '/cases', 'customer', {
    customer: { kind: 'natural', name: 'Anna Ozola', email: 'anna@example.lv', household: true },
    object: { address: `Liepu iela ${crypto.randomUUID()}` },
    connection: { phases: 3, ampere: '25', volt: '400' },
    purpose: 'new',
  });
  return (body as { id: string }).id;
}

const named = (name: string, purpose?: string): string =>
  `?${new URLSearchParams({ name, ...(purpose ? { purpose } : {}) })}`;

/** Bytes that fetch takes as they are. */
const sent = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

const add = (
  id: string,
  bytes: Uint8Array,
  query = named('fails.pdf'),
  as: string | null = 'customer',
  headers = {},
) => call('POST', `/cases/${id}/files${query}`, as, sent(bytes), headers);

describe('POST /cases/{id}/files', () => {
  test('201: the file as it is kept, told by its content and read where Location says', async () => {
    const id = await aCase();
    const bytes = jpeg(crypto.randomUUID());
    const added = await add(id, bytes, named('foto no vietas.exe', 'photo'), 'customer', {
      'Content-Type': 'application/x-msdownload',
    });
    expect(added.status).toBe(201);
    expect(caseFileSchema.parse(added.body)).toMatchObject({
      name: 'foto no vietas.exe.jpg',
      contentType: 'image/jpeg',
      size: bytes.byteLength,
      purpose: 'photo',
      addedBy: 'customer',
      seq: null,
    });
    const { documentId } = added.body as { documentId: string };
    expect(added.headers.get('Location')).toBe(`/api/v1/documents/${documentId}`);
    const read = await call('GET', `/documents/${documentId}`, 'customer');
    expect(Buffer.from(read.bytes).equals(bytes)).toBe(true);
    expect(read.headers.get('Content-Type')).toBe('image/jpeg');
    expect(read.headers.get('Content-Disposition'), 'never opened in our name').toMatch(/^attachment;/);
    expect(read.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(read.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
  });

  test('a PDF that somebody added is saved and not opened, as a letter of ours is', async () => {
    const id = await aCase();
    const { body } = await add(id, Buffer.from('%PDF-1.4\n%%EOF\n'), named('plāns.pdf'));
    const read = await call('GET', `/documents/${(body as { documentId: string }).documentId}`, 'customer');
    expect(read.headers.get('Content-Disposition')).toMatch(/^attachment;/);
    expect(read.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
  });

  test('what a browser cannot show is saved, under its own name', async () => {
    const id = await aCase();
    for (const [bytes, type] of [
      [asice(), 'application/vnd.etsi.asic-e+zip'],
      [zip(), 'application/zip'],
    ] as const) {
      const { body } = await add(id, bytes, named('līgums "1".edoc'));
      const read = await call('GET', `/documents/${(body as { documentId: string }).documentId}`, 'customer');
      expect(read.headers.get('Content-Type')).toBe(type);
      expect(read.headers.get('Content-Disposition')).toBe(
        `attachment; filename="l?gums _1_.edoc"; filename*=UTF-8''l%C4%ABgums%20_1_.edoc`,
      );
    }
  });

  test('the same key and file are added once, another file under the key is refused', async () => {
    const id = await aCase();
    const headers = { 'Idempotency-Key': 'one photo' };
    const first = await add(id, pdf('same'), named('a.pdf'), 'customer', headers);
    const again = await add(id, pdf('same'), named('a.pdf'), 'customer', headers);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(await add(id, pdf('other'), named('a.pdf'), 'customer', headers)).toMatchObject({
      status: 422,
      body: { type: 'urn:pieslegums:problem:idempotency-key.reused' },
    });
  });

  test.each([
    ['a page', new TextEncoder().encode('<!doctype html><p>'), 422, 'file.type'],
    ['nothing', new Uint8Array(), 422, 'file.empty'],
    ['one byte too many', new Uint8Array(FILE_LIMIT_BYTES + 1), 413, 'http.body-too-large'],
  ])('%s is refused', async (_name, bytes, status, code) => {
    const id = await aCase();
    expect(await add(id, bytes)).toMatchObject({ status, body: { type: `urn:pieslegums:problem:${code}` } });
    expect((await call('GET', `/cases/${id}/files`, 'customer')).body).toEqual({ items: [] });
  });

  test('a body that is compressed is not unpacked', async () => {
    const { status } = await add(await aCase(), pdf(), named('a.pdf'), 'customer', {
      'Content-Encoding': 'gzip',
    });
    expect(status).toBe(415);
  });

  test.each([
    ['no name', ''],
    ['an empty name', named('')],
    ['an unknown purpose', named('a.pdf', 'virus')],
    ['an unknown field', '?name=a.pdf&path=/etc'],
    ['two names', '?name=a.pdf&name=b.pdf'],
    ['a NUL in the name', '?name=a%00.pdf'],
  ])('422: %s', async (_name, query) => {
    expect(await add(await aCase(), pdf(), query)).toMatchObject({ status: 422, body: { errors: [{}] } });
  });

  test('a name is kept without folders and marks that nobody sees, and cut where it is long', async () => {
    const id = await aCase();
    const nameOf = async (name: string) =>
      ((await add(id, pdf(), named(name))).body as { name: string }).name;
    expect(await nameOf('../../../etc/passwd')).toBe('passwd.pdf');
    expect(await nameOf('\u202Efdp.exe')).toBe('fdp.exe.pdf');
    expect(await nameOf(`${'ā'.repeat(2000)}.pdf`)).toBe(`${'ā'.repeat(116)}.pdf`);
  });

  test('401, 404 and 403 are told in this order, before what is wrong with the file', async () => {
    const id = await aCase();
    const page = new TextEncoder().encode('<html>');
    expect((await add(id, page, '', null)).status).toBe(401);
    expect((await add(id, page, '', 'company')).status).toBe(404);
    expect((await add(crypto.randomUUID(), page, '')).status).toBe(404);
    expect((await add('draft', page, '')).status).toBe(404);
    expect((await add(id, page, '', 'privacy')).status).toBe(403);
    expect((await add(id, page, '', 'engineer')).status).toBe(422);
  });

  test('other methods are answered with those that there are', async () => {
    const id = await aCase();
    const { status, headers } = await call('PUT', `/cases/${id}/files`, 'customer', sent(pdf()));
    expect([status, headers.get('Allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
  });
});

describe('GET /cases/{id}/files', () => {
  test('lists them, staff by account and customers by role', async () => {
    const id = await aCase();
    await add(id, pdf('scan'), named('iesniegums.pdf', 'scan'), 'service');
    for (const [as, addedBy] of [
      ['service', 'service'],
      ['customer', 'service'],
    ] as const) {
      const { body } = await call('GET', `/cases/${id}/files`, as);
      expect(caseFilesSchema.parse(body).items).toMatchObject([{ name: 'iesniegums.pdf', addedBy }]);
    }
    expect((await call('GET', `/cases/${id}/files`, 'company')).status).toBe(404);
    const hidden = await call('GET', `/cases/${id}/files`, 'privacy');
    expect(caseFilesSchema.parse(hidden.body).items).toMatchObject([{ name: null }]);
  });

  test('another customer finds no document either', async () => {
    const { body } = await add(await aCase(), pdf());
    const { documentId } = body as { documentId: string };
    expect((await call('GET', `/documents/${documentId}`, 'company')).status).toBe(404);
    expect((await call('GET', `/documents/${documentId}`, 'privacy')).status).toBe(403);
  });
});

describe('DELETE /cases/{id}/files/{documentId}', () => {
  test('204 for a draft, 409 for what was filed', async () => {
    const draft = await aCase(true);
    const { documentId } = (await add(draft, pdf())).body as { documentId: string };
    expect((await call('DELETE', `/cases/${draft}/files/${documentId}`, 'company')).status).toBe(404);
    expect((await call('DELETE', `/cases/${draft}/files/${documentId}`, 'customer')).status).toBe(204);
    expect((await call('DELETE', `/cases/${draft}/files/${documentId}`, 'customer')).status).toBe(204);
    expect((await call('GET', `/documents/${documentId}`, 'customer')).status).toBe(404);
    const filed = await aCase();
    const kept = (await add(filed, pdf())).body as { documentId: string };
    expect(await call('DELETE', `/cases/${filed}/files/${kept.documentId}`, 'customer')).toMatchObject({
      status: 409,
      body: { type: 'urn:pieslegums:problem:file.is-evidence' },
    });
  });
});
