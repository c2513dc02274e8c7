import { expect, test } from 'vitest';
import { bytesOf } from '../../db/documents.ts';
import { person, timeFrom } from '../administration/office.ts';
import { describeOnBothDatabases } from '../support/database.ts';
import { offered, openHouse } from './house.ts';

describeOnBothDatabases('the document of a letter', (database) => {
  test('is made once, by whoever needs it first, and is the same ever after', async () => {
    const house = await openHouse(database(), timeFrom('2025-03-10'));
    const { id } = await offered(house);
    const letter = await house.letter(id, 'N-OFFER');
    expect(letter.documentId).toBe(letter.id);
    const service = person('service');
    const reads = await Promise.all(
      Array.from({ length: 5 }, () => house.casework.document(service, letter.documentId!)),
    );
    while ((await house.dispatch()) > 0);
    const again = await house.casework.document(service, letter.documentId!);
    for (const { bytes } of reads) expect(Buffer.from(bytes).equals(Buffer.from(again.bytes))).toBe(true);
    expect(house.printed.filter((one) => one.startsWith('N-OFFER'))).toHaveLength(1);
  });

  test('two processes that make it at once keep one, and both go on with that', async () => {
    const clock = timeFrom('2025-03-10');
    const [one, other] = [await openHouse(database(), clock), await openHouse(database(), clock)];
    const { id } = await offered(one);
    const letter = await one.letter(id, 'N-OFFER');
    const [first, second] = await Promise.all([
      one.parts.documents.documentOf(letter),
      other.parts.documents.documentOf(letter),
    ]);
    expect(second).toEqual(first);
    expect(await one.hashOf(letter)).toBe(first.sha256);
    expect((await bytesOf(database(), first)).byteLength).toBe(first.size);
  });

  test('is not there for another customer', async () => {
    const house = await openHouse(database(), timeFrom('2025-03-10'));
    const { id } = await offered(house);
    const letter = await house.letter(id, 'N-OFFER');
    await expect(house.casework.document(person('company'), letter.documentId!)).rejects.toMatchObject({
      code: 'document.not-found',
    });
    expect(await house.hashOf(letter)).toBeNull();
    const { name, contentType } = await house.casework.document(person('customer'), letter.documentId!);
    expect({ name, contentType }).toEqual({ name: 'N-OFFER.pdf', contentType: 'application/pdf' });
  });
});
