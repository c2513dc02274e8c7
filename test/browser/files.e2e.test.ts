import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Visit } from './visit.ts';
import { visitsTo } from './visits.ts';

/** Attaching files as people do it, with scripts and without. */

const { visit, call } = visitsTo();

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const photo = { name: 'Sadalne pie vārtiem.png', mimeType: 'image/png', buffer: PIXEL };
const large = (name: string) => {
  const buffer = Buffer.alloc(13 * 1024 * 1024, 1);
  buffer.write('%PDF-1.7');
  return { name, mimeType: 'application/pdf', buffer };
};

async function attaching(how: Visit): Promise<Page> {
  const page = await visit({ as: 'customer', ...how });
  const { body } = await call('POST', '/cases?draft=1', 'customer', {
    customer: { kind: 'natural', name: 'Anna Ozoliņa', email: 'anna@piemers.example' },
    object: { address: 'Ceriņu iela 7, Ogre' },
    connection: { phases: 3, ampere: '25', volt: '400' },
    purpose: 'new',
  });
  await page.goto(`/apply/${(body as { id: string }).id}/files`);
  return page;
}

test('a photograph is attached on a phone without scripts, filed, and saved by whoever looks', async () => {
  const page = await attaching({ device: 'phone', javaScript: false });
  await page.setInputFiles('input[name="files"]', photo);
  await page.click('button[value="stay"]');
  expect(await page.textContent('.attached__name a')).toBe('Sadalne pie vārtiem.png');
  await page.click('button[value="on"]');
  expect(await page.textContent('main')).toContain('Sadalne pie vārtiem.png');
  await page.click('button:has-text("Iesniegt pieteikumu")');
  await page.click('main a[href^="/cases/"]');
  const link = page.locator('section[aria-labelledby="files"] a');
  expect(await link.count()).toBe(1);
  const downloads = page.waitForEvent('download');
  await link.click();
  const kept = await downloads;
  expect(kept.suggestedFilename(), 'it is saved, and opens nowhere in our name').toBe(
    'Sadalne pie vārtiem.png',
  );
  expect(await readFile(await kept.path())).toEqual(PIXEL);
  await page.context().close();
}, 60_000);

test('what is too large together is told before it is sent, and can be mended', async () => {
  const page = await attaching({ device: 'phone' });
  await page.setInputFiles('input[name="files"]', [large('a.pdf'), large('b.pdf')]);
  const problem = page.locator('#f-files-error');
  expect(await problem.textContent()).toContain('visi kopā līdz 25 MB');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.method()));
  await page.click('button[value="stay"]');
  expect(asked).toEqual([]);
  expect(await page.getAttribute('#f-files', 'aria-describedby')).toContain('f-files-error');
  await page.setInputFiles('input[name="files"]', photo);
  expect(await problem.isVisible()).toBe(false);
  await page.click('button[value="stay"]');
  expect(await page.locator('.attached__file').count()).toBe(1);
  await page.context().close();
}, 60_000);

test('without scripts the server says so on a page that says what to do', async () => {
  const page = await attaching({ javaScript: false });
  await page.setInputFiles('input[name="files"]', [large('a.pdf'), large('b.pdf')]);
  await page.click('button[value="stay"]');
  expect(await page.textContent('main')).toContain('Samaziniet failus vai sūtiet tos pa daļām.');
  await page.context().close();
}, 60_000);
