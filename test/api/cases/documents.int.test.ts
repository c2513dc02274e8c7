import { describe, expect, test } from 'vitest';
import { storeDocument } from '../../../db/documents.ts';
import { describeOnBothDatabases } from '../../support/database.ts';
import { casesOver } from './cases-over.ts';

describeOnBothDatabases('cases over HTTP', (database) => {
  const { call, opened } = casesOver(database);

  describe('GET /documents/{id}', () => {
    const stored = async (caseId: string, name: string, contentType: string): Promise<string> => {
      const id = crypto.randomUUID();
      const bytes = new TextEncoder().encode(`<script>${name}</script>`);
      await storeDocument(database(), {
        id,
        caseId,
        name,
        contentType,
        bytes,
        createdAt: '2025-03-10T08:00:00Z',
      });
      return id;
    };

    test('a PDF is shown, under its own name; who may not see the case does not see it', async () => {
      const { id } = await opened();
      const document = await stored(id, 'Piedāvājums.pdf', 'application/pdf');
      const { status, headers, body } = await call('get', `/documents/${document}`);
      expect([status, headers.get('Content-Type'), body]).toEqual([
        200,
        'application/pdf',
        '<script>Piedāvājums.pdf</script>',
      ]);
      expect(headers.get('Content-Disposition')).toMatch(
        /^inline; .*filename\*=UTF-8''Pied%C4%81v%C4%81jums\.pdf/,
      );
      expect((await call('get', `/documents/${document}`, { as: 'company' })).status).toBe(404);
    });

    test('any other file is saved, never opened in our name', async () => {
      const { id } = await opened();
      const { headers } = await call('get', `/documents/${await stored(id, 'plāns.html', 'text/html')}`);
      expect(headers.get('Content-Disposition')).toMatch(/^attachment;/);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    });
  });
});
