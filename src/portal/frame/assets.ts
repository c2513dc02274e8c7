import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Request, type Response, Router } from 'express';
import { noSuchPage } from '../../api/fault.ts';

/** Style, scripts and fonts: read once at start, named by their content and kept by browsers for good. */
export interface Assets {
  /** The address of a file, `css/portal.css` → `/assets/css/portal-1f3a….css`. */
  urlOf(name: string): string;
  readonly routes: Router;
}

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  /** Smaller forms; a font is compressed already. */
  readonly br: Buffer | null;
  readonly gzip: Buffer | null;
}

const FOLDER = fileURLToPath(new URL('../assets', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Parts that one file is put together from, so that a page asks for one style sheet. */
const BUNDLES: Readonly<Record<string, string>> = { 'css/portal.css': 'css' };

export function openAssets(folder: string = FOLDER): Assets {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).replaceAll('\\', '/'), readFileSync(path));
  }
  const urls = new Map<string, string>();
  const byUrl = new Map<string, Asset>();
  const add = (name: string, content: Buffer): void => {
    const type = TYPES[extname(name)];
    if (!type) return;
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
    const url = `/assets/${name.replace(/(\.\w+)$/, `-${hash}$1`)}`;
    const text = type.includes('charset');
    urls.set(name, url);
    byUrl.set(url, {
      type,
      plain: content,
      br: text ? brotliCompressSync(content) : null,
      gzip: text ? gzipSync(content) : null,
    });
  };
  const parts = Object.values(BUNDLES);
  for (const [name, content] of files)
    if (!parts.some((part) => name.startsWith(`${part}/`))) add(name, content);
  for (const [bundle, part] of Object.entries(BUNDLES)) {
    const names = [...files.keys()].filter((name) => name.startsWith(`${part}/`)).sort();
    const text = names.map((name) => files.get(name)!.toString('utf8')).join('\n');
    const linked = text.replace(
      /url\(['"]\.\.\/([\w./-]+)['"]\)/g,
      (_, name: string) => `url('${required(urls, name)}')`,
    );
    add(bundle, Buffer.from(linked));
  }

  const router = Router();
  router.get(/^\/assets\//, (req, res) => answer(byUrl.get(req.path), req, res));
  return { urlOf: (name) => required(urls, name), routes: router };
}

function required(urls: ReadonlyMap<string, string>, name: string): string {
  const url = urls.get(name);
  if (url === undefined) throw new Error(`No asset "${name}"`);
  return url;
}

function answer(asset: Asset | undefined, req: Request, res: Response): void {
  if (!asset) throw noSuchPage();
  res.set({
    'Content-Type': asset.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
  });
  const encoding = asset.br ? req.acceptsEncodings('br', 'gzip') : false;
  if (encoding === 'br' || encoding === 'gzip') res.set('Content-Encoding', encoding);
  res.end(encoding === 'br' ? asset.br : encoding === 'gzip' ? asset.gzip : asset.plain);
}
