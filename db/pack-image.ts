/** `npm run image`, after PGlite was changed for another release: packs an empty database of that release. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { imageFile, packImage } from './image.ts';

const file = imageFile();
const folder = dirname(file);
await mkdir(folder, { recursive: true });
for (const earlier of await readdir(folder)) await rm(join(folder, earlier));
const image = await packImage();
await writeFile(file, image);
console.info(`${file}: ${image.byteLength} bytes`);
