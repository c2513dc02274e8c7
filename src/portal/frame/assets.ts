import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { type Request, type Response, Router } from 'express';
import { noSuchPage } from '../../http/fault.ts';

/** Style, scripts and fonts: read once at start, named by their content and kept by browsers for good. */
export interface Assets {
  /** The address of a file, `css/portal.css` → `/assets/css/portal-1f3a….css`. */
  urlOf(name: string): string;
  readonly routes: Router;
}

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  /** Smaller forms, made when the first browser asks; null: a font is compressed already. */
  readonly packed: Readonly<Record<Encoding, () => Promise<Buffer>>> | null;
}

type Encoding = 'br' | 'gzip';

const PACK: Readonly<Record<Encoding, (content: Buffer) => Promise<Buffer>>> = {
  br: promisify<Buffer, Buffer>(brotliCompress),
  gzip: promisify<Buffer, Buffer>(gzip),
};

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
    urls.set(name, url);
    byUrl.set(url, {
      type,
      plain: content,
      packed: type.includes('charset')
        ? { br: packedOnce(content, 'br'), gzip: packedOnce(content, 'gzip') }
        : null,
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

function packedOnce(content: Buffer, encoding: Encoding): () => Promise<Buffer> {
  let packed: Promise<Buffer> | undefined;
  return () => {
    packed ??= PACK[encoding](content);
    return packed;
  };
}

function required(urls: ReadonlyMap<string, string>, name: string): string {
  const url = urls.get(name);
  if (url === undefined) throw new Error(`No asset "${name}"`);
  return url;
}

async function answer(asset: Asset | undefined, req: Request, res: Response): Promise<void> {
  if (!asset) throw noSuchPage();
  res.set({
    'Content-Type': asset.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
  });
  const encoding = asset.packed ? req.acceptsEncodings('br', 'gzip') : false;
  if (!asset.packed || (encoding !== 'br' && encoding !== 'gzip')) {
    res.end(asset.plain);
    return;
  }
  res.set('Content-Encoding', encoding).end(await asset.packed[encoding]());
}
