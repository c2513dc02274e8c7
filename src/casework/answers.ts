import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';

export const refusalOfReuse = (): Refusal =>
  new Refusal({
    code: 'idempotency-key.reused',
    kind: 'invalid',
    detail: say(
      'Šī Idempotency-Key jau ir izmantota citam pieprasījumam. Lietojiet jaunu atslēgu.',
      'This Idempotency-Key was already used for another request. Use a new key.',
    ),
    errors: [{ field: 'Idempotency-Key', message: say('jau izmantota', 'already used') }],
  });

export const refusalOfVersion = (seen: number, now: number): Refusal =>
  new Refusal({
    code: 'case.stale-version',
    detail: say(
      `Lieta ir mainījusies: jūs redzējāt ${seen}. redakciju, tagad ir ${now}. Izlasiet lietu vēlreiz.`,
      `The case has moved on: you saw version ${seen}, it is at ${now}. Read it again.`,
    ),
  });

export const refusalOfRush = (): Refusal =>
  new Refusal({
    code: 'case.rush',
    detail: say(
      'Lietu vienlaikus maina daudzi, un šī darbība netika pie kārtas; nekas nav mainīts. Atkārtojiet to.',
      'Many are changing the case at once and this act did not get its turn; nothing was changed. Repeat it.',
    ),
  });
