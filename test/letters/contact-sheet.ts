/** `npm run letters:sheet [-- N-OFFER …]` sets every letter in both languages from the samples and takes pictures of the
 *  pages, many on one sheet, into `test/artefacts/letters`: to be looked at before a template is changed for good. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeLetter } from '../../src/letters/letter.ts';
import { letterPdf, letterSvg } from '../../src/letters/pdf.ts';
import { sampleLetters } from '../../src/letters/samples/index.ts';
import { browser, closeBrowser } from '../browser/chromium.ts';

const FOLDER = join(import.meta.dirname, '../artefacts/letters');
const PAGE = { width: 595.2755905511812, height: 841.8897637795276 };
/** Pages side by side, and how wide each is on a sheet. */
const ACROSS = 4;
const WIDE_PX = Number(process.env.SHEET_PAGE_PX ?? 620);

interface Page {
  readonly caption: string;
  readonly svg: string;
}

/** The white of every page is drawn where the first one lies, over its words. */
const WHITE_PAGE =
  /<path class="typst-shape" fill="#ffffff"[^>]*d="M 0 0v 841\.8898 h 595\.2756 v -841\.8898 Z "\/>/g;

/** The typesetter puts all pages of a letter into one picture, one below the other; each is cut out of it. */
function pagesOf(drawn: string, caption: string): Page[] {
  const svg = drawn.replace(WHITE_PAGE, '');
  const [, height = '0'] = /viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(svg) ?? [];
  const count = Math.round(Number(height) / PAGE.height);
  return Array.from({ length: count }, (_, i) => ({
    caption: `${caption} ${i + 1}/${count}`,
    svg: svg.replace(/<svg[^>]*>/, (tag) =>
      tag
        .replace(/viewBox="[^"]*"/, `viewBox="0 ${i * PAGE.height} ${PAGE.width} ${PAGE.height}"`)
        .replace(/ width="[^"]*"/, ` width="${WIDE_PX}"`)
        .replace(/ height="[^"]*"/, ` height="${(WIDE_PX * PAGE.height) / PAGE.width}"`),
    ),
  }));
}

const dataUri = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

const sheetHtml = (pages: readonly Page[]): string => `<!doctype html><meta charset="utf-8">
<style>body{margin:12px;background:#8d969d;font:13px sans-serif}main{display:grid;grid-template-columns:repeat(${Math.min(ACROSS, pages.length)},${WIDE_PX}px);gap:12px}figure{margin:0}figcaption{padding:2px 0;color:#fff}img{display:block;background:#fff}</style>
<main>${pages.map(({ caption, svg }) => `<figure><figcaption>${caption}</figcaption><img width="${WIDE_PX}" src="${dataUri(svg)}"></figure>`).join('')}</main>`;

const wanted = process.argv.slice(2);
const chromium = await browser();
try {
  await mkdir(FOLDER, { recursive: true });
  const page = await chromium.newPage({ viewport: { width: ACROSS * (WIDE_PX + 12) + 24, height: 900 } });
  for (const language of ['lv', 'en'] as const) {
    const samples = sampleLetters(language).filter(
      ({ notice, shows }) =>
        wanted.length === 0 || wanted.includes(notice) || wanted.includes(`${notice}:${shows}`),
    );
    for (const [notice, ofNotice] of Map.groupBy(samples, (sample) => sample.notice)) {
      const pages: Page[] = [];
      for (const { shows, model } of ofNotice) {
        const letter = writeLetter(model);
        await writeFile(join(FOLDER, `${notice}-${shows}-${language}.pdf`), letterPdf(letter));
        pages.push(...pagesOf(letterSvg(letter), `${notice} ${shows} (${language})`));
      }
      await page.setContent(sheetHtml(pages), { timeout: 0 });
      await page.evaluate('Promise.all([...document.images].map((image) => image.decode()))');
      await page.locator('main').screenshot({ timeout: 0, path: join(FOLDER, `${notice}-${language}.png`) });
      process.stdout.write(`${notice} (${language}): ${pages.length} pages\n`);
    }
  }
} finally {
  await closeBrowser();
}
