import { expect, test } from 'vitest';
import { Refusal } from '../../src/law/refusal.ts';
import { say } from '../../src/law/words.ts';

test('a refusal that names no field has none, and depends on the state of the case unless it says otherwise', () => {
  const refusal = new Refusal({
    code: 'works.share-not-paid',
    detail: say('Nav samaksāts.', 'It is not paid.'),
  });
  expect(refusal).toMatchObject({ kind: 'not-possible', errors: [], message: 'It is not paid.' });
});

test('it changes nothing in how deep the traces of real faults are', () => {
  const before = Error.stackTraceLimit;
  new Refusal({ code: 'any', detail: say('', '') });
  expect(Error.stackTraceLimit).toBe(before);
});
