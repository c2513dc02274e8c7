import { beforeEach, describe, expect, test } from 'vitest';
import { PASSWORD, pagesOfPeople } from './pages-of-people.ts';

const { person } = pagesOfPeople();

describe('the password', () => {
  const NEXT = 'trīs baltas govis pļavā';
  let one: Awaited<ReturnType<typeof person>>;
  const change = (fields: object = {}) =>
    one.visitor.post('/my-data/password', { current: PASSWORD, next: NEXT, again: NEXT, ...fields });

  beforeEach(async () => {
    one = await person();
    await one.visitor.get('/my-data/password');
  });

  test('is changed with the present one, and ends every other session', async () => {
    const other = await one.signIn();
    expect((await change()).location).toBe('/my-data?done=passwordChanged');
    expect((await one.visitor.get('/my-data')).status).toBe(200);
    expect((await other.get('/my-data')).status).toBe(303);
    expect((await (await one.signIn(PASSWORD)).get('/my-data')).status).toBe(303);
    expect((await (await one.signIn(NEXT)).get('/my-data')).status).toBe(200);
  });

  test.each([
    ['the present one is wrong', { current: 'not this one' }, 'Pašreizējā parole nav pareiza'],
    ['the new ones differ', { again: 'something else here' }, 'vienu un to pašu paroli'],
    ['the new one is short', { next: 'īsa', again: 'īsa' }, 'vismaz 12'],
    ['anybody would guess it', { next: 'Parole123456!', again: 'Parole123456!' }, 'uzminētu'],
  ])('stays where %s', async (_why, fields, told) => {
    const answer = await change(fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(told);
    expect((await (await one.signIn(PASSWORD)).get('/my-data')).status).toBe(200);
  });

  test('cannot be guessed by a stolen session', async () => {
    for (let tries = 0; tries < 11; tries++) await change({ current: `guess number ${tries}` });
    expect((await change()).text).toContain('Pārāk daudz neveiksmīgu mēģinājumu');
  });
});

test('all other sessions are ended with one button', async () => {
  const one = await person();
  const other = await one.signIn();
  await one.visitor.get('/my-data');
  expect((await one.visitor.post('/my-data/sessions', {})).location).toBe('/my-data?done=sessionsEnded');
  expect((await other.get('/my-data')).status).toBe(303);
  expect((await one.visitor.get('/my-data')).status).toBe(200);
});
