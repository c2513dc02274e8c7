import type { Page } from 'playwright-core';
import { demoAct, demoCase } from './demo-case.ts';
import type { Call, Screen } from './screen.ts';

const PHOTO = Buffer.from([
  0xff,
  0xd8,
  0xff,
  0xe0,
  ...Array.from({ length: 90_000 }, (_, index) => index % 251),
]);
const PLAN = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1_400_000, 'a')]);

const upload = (page: Page, files: readonly { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.setInputFiles('input[name="files"]', [...files]);

const twoFiles = (page: Page) =>
  upload(page, [
    { name: 'IMG_20260310_091533.jpg', mimeType: 'image/jpeg', buffer: PHOTO },
    { name: 'Zemes gabala plāns ar vēlamo sadalnes vietu.pdf', mimeType: 'application/pdf', buffer: PLAN },
  ]);

async function draftOf({ call }: { call: Call }): Promise<string> {
  const { body } = await call('POST', '/cases?draft=1', 'customer', {
    customer: { kind: 'natural', name: 'Anna Ozoliņa', email: 'customer@piemers.example' },
    object: { address: 'Ceriņu iela 7, Ogre' },
    connection: { phases: 3, ampere: '25', volt: '400' },
    purpose: 'new',
  });
  return (body as { id: string }).id;
}

export const filesScreens: readonly Screen[] = [
  {
    name: 'apply-files',
    as: 'customer',
    main: true,
    path: async (product) => `/apply/${await draftOf(product)}/files`,
    async prepare(page) {
      await twoFiles(page);
      await page.click('button[value="stay"]');
    },
  },
  {
    name: 'apply-files-wrong',
    as: 'customer',
    path: async (product) => `/apply/${await draftOf(product)}/files`,
    async prepare(page) {
      await upload(page, [
        { name: 'plāns.dwg', mimeType: 'application/acad', buffer: Buffer.from('AC1032 drawing') },
      ]);
      await page.click('button[value="on"]');
    },
  },
  {
    name: 'apply-check-files',
    as: 'customer',
    path: async (product) => `/apply/${await draftOf(product)}/files`,
    async prepare(page) {
      await twoFiles(page);
      await page.click('button[value="on"]');
    },
  },
  {
    name: 'case-files',
    as: 'service',
    main: true,
    path: demoCase('evaluating', 'service'),
    async prepare(page) {
      await page.click('section[aria-labelledby="files"] summary');
      await twoFiles(page);
      await page.click('section[aria-labelledby="files"] button');
      await page.click('section[aria-labelledby="files"] summary');
    },
  },
  {
    name: 'case-files-add',
    as: 'customer',
    path: demoCase('offered', 'customer', '/files'),
  },
  {
    name: 'act-with-scan',
    as: 'service',
    main: true,
    path: demoAct('offered', 'service', 'offer.objected'),
    async prepare(page) {
      await page.fill('textarea[name="reasons"]', 'Trase šķērso manu dārzu.');
      await page.click('.form form button[type="submit"]');
    },
  },
];
