import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { contentTypeOf } from '../../src/casework/files/content-type.ts';
import { isoDayOf, typedDay } from '../../src/portal/forms/day-text.ts';
import { formFrom } from '../../src/portal/forms/form-body.ts';
import { readMultipart } from '../../src/portal/forms/multipart.ts';
import { estimateValues, quoteRequestOf } from '../../src/portal/public/estimate.request.ts';

describe('days as they are typed', () => {
  test.each([
    ['9.4.2025', '2025-04-09'],
    ['09.04.2025.', '2025-04-09'],
    ['09/04/2025', '2025-04-09'],
    ['9. 4. 2025', '2025-04-09'],
    ['2025-04-09', '2025-04-09'],
    ['31.02.2025', '2025-02-31'],
    ['rīt', 'rīt'],
  ])('%s is %s', (typed, iso) => expect(isoDayOf(typed)).toBe(iso));

  test('an ISO day is shown as people write it', () => {
    expect(typedDay('lv', '2025-04-09')).toBe('09.04.2025');
    expect(typedDay('en', '2025-04-09')).toBe('09/04/2025');
    expect(typedDay('lv', 'rīt')).toBe('rīt');
  });
});

describe('fields', () => {
  test('are trimmed, and lose what the database cannot keep', () => {
    expect(formFrom({ name: '  An\0na ' }, []).text('name')).toBe('Anna');
  });

  test('never come from the prototype', () => {
    expect(formFrom({}, []).text('constructor')).toBe('');
  });

  test('the token is no value of the form', () => {
    expect(formFrom({ _csrf: 'x', a: '1' }, []).values).toEqual({ a: '1' });
  });
});

describe('uploads', () => {
  const send = async (form: FormData, limit = 1_000_000) => {
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const body = Readable.from([Buffer.from(await request.arrayBuffer())]);
    return readMultipart(body, request.headers.get('Content-Type')!, limit);
  };

  test('a file is what its content shows, whatever it is called', async () => {
    const form = new FormData();
    form.set('note', 'teksts');
    form.set(
      'plan',
      new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31])], '../../plāns.pdf', {
        type: 'text/html',
      }),
    );
    form.set('page', new File(['<script>alert(1)</script>'], 'foto.png', { type: 'image/png' }));
    const { fields, files } = await send(form);
    expect(fields).toEqual({ note: ['teksts'] });
    expect(files.map(({ name, contentType }) => [name, contentType])).toEqual([
      ['plāns.pdf', 'application/pdf'],
      ['foto.png', null],
    ]);
  });

  test('an empty place for a file is no file', async () => {
    const form = new FormData();
    form.set('plan', new File([], ''));
    expect((await send(form)).files).toEqual([]);
  });

  test('more than the limit is refused while it is read', async () => {
    const form = new FormData();
    form.set('plan', new File([new Uint8Array(5000)], 'a.pdf'));
    await expect(send(form, 1000)).rejects.toMatchObject({ status: 413 });
  });

  test('more parts than any form has are refused before they are parsed', async () => {
    const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n';
    const body = Buffer.from(`${part.repeat(400_000)}--x--\r\n`);
    for (const boundary of ['x', '"x"', '"\\x"', 'y; boundary=x', 'x; charset=utf-8'])
      await expect(
        readMultipart(Readable.from([body]), `multipart/form-data; boundary=${boundary}`, 50_000_000),
      ).rejects.toMatchObject({ status: 400 });
  });

  test('a broken body is refused', async () => {
    await expect(
      readMultipart(Readable.from([Buffer.from('nonsense')]), 'multipart/form-data; boundary=x', 100),
    ).rejects.toMatchObject({
      status: 400,
    });
  });

  test('photos of phones are known', () => {
    expect(contentTypeOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
  });
});

describe('the estimate takes numbers as people write them', () => {
  const requestOf = (fields: Record<string, string>) => quoteRequestOf(estimateValues(formFrom(fields, [])));

  test('commas, spaces and missing cents', () => {
    expect(
      requestOf({
        ampere: '25',
        volt: '400',
        distanceM: '49,5',
        'costs.construction': '1 234,5',
        loadUnitPrice: '60',
      }),
    ).toEqual({
      connection: { ampere: '25', volt: '400', distanceM: '49.5' },
      costs: { construction: '1234.50' },
      loadUnitPrice: '60.00',
    });
  });

  test('a third decimal is left for the service to refuse', () => {
    expect(requestOf({ 'costs.design': '1,234' })).toEqual({ costs: { design: '1.234' } });
  });

  test('unknown fields of an address are left alone', () => {
    expect(requestOf({ utm_source: 'x', lang: 'en' })).toBeNull();
  });

  test('ticks of a deferral without months ask for none', () => {
    expect(requestOf({ ampere: '25', 'deferral.guaranteesProvided': 'yes' })).toEqual({
      connection: { ampere: '25' },
    });
  });
});
