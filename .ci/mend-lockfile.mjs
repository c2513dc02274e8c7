/**
 * Keeps package-lock.json fit for `npm ci` on every platform.
 *
 *   node .ci/mend-lockfile.mjs           adds what is missing
 *   node .ci/mend-lockfile.mjs --check   says what is wrong and exits 1
 *
 * Packages with native binaries list one optional dependency a platform. A registry mirror may lack those of other
 * platforms; `npm install` then leaves them out of the lockfile in silence and `npm ci` refuses it ("EUSAGE … Missing:
 * … from lock file"). The entries added here carry version and platform, so that npm skips them everywhere else.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const LOCKFILE = new URL('../package-lock.json', import.meta.url);
const REGISTRY = 'https://registry.npmjs.org/';

/** `…-linux-x64-musl` → os linux, cpu x64, libc musl; undefined where the name does not tell. */
function platformOf(name) {
  const words = name.replace(/^.*\//, '').split(/[-.]/);
  const os = words.find((word) => ['android', 'darwin', 'freebsd', 'linux', 'win32'].includes(word));
  const cpu = words.find((word) =>
    ['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'].includes(word),
  );
  if (!os || !cpu) return undefined;
  if (os !== 'linux') return { os: [os], cpu: [cpu] };
  if (words.some((word) => word.startsWith('musl'))) return { os: [os], cpu: [cpu], libc: ['musl'] };
  if (words.some((word) => word.startsWith('gnu'))) return { os: [os], cpu: [cpu], libc: ['glibc'] };
  return { os: [os], cpu: [cpu] };
}

/** Where Node would look for `name` from the package at `from`, nearest first. */
function placesOf(name, from) {
  const places = [];
  for (let at = from; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    places.push(`${at}/node_modules/${name}`);
    if (!at.includes('/node_modules/')) break;
  }
  return [...places, `node_modules/${name}`];
}

const checkOnly = process.argv.includes('--check');
const lockfile = JSON.parse(readFileSync(LOCKFILE, 'utf8'));
const packages = lockfile.packages;
const problems = [];
let added = 0;

for (const [path, entry] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (placesOf(name, path).some((place) => place in packages)) continue;
    const platform = platformOf(name);
    if (!/^\d+\.\d+\.\d+[\w.+-]*$/.test(range) || !platform) {
      problems.push(
        `${path || 'the project'} needs ${name}@${range}: its version or platform cannot be told`,
      );
    } else if (checkOnly) {
      problems.push(`${path || 'the project'} needs ${name}@${range}, which is missing`);
    } else {
      packages[`node_modules/${name}`] = {
        version: range,
        ...(entry.dev ? { dev: true } : {}),
        ...platform,
        ...(entry.license ? { license: entry.license } : {}),
        optional: true,
      };
      added += 1;
    }
  }
}

for (const [path, entry] of Object.entries(packages)) {
  if (typeof entry.resolved !== 'string' || entry.resolved.startsWith(REGISTRY)) continue;
  if (checkOnly) problems.push(`${path} is resolved to ${entry.resolved}, not to the public registry`);
  else delete entry.resolved;
}

if (problems.length > 0) {
  console.error(
    ['package-lock.json:', ...problems, checkOnly ? 'Run: node .ci/mend-lockfile.mjs' : ''].join('\n  '),
  );
  process.exit(1);
}
if (!checkOnly) {
  const byPath = ([a], [b]) => a.localeCompare(b, 'en');
  lockfile.packages = Object.fromEntries(Object.entries(packages).sort(byPath));
  writeFileSync(LOCKFILE, `${JSON.stringify(lockfile, null, 2)}\n`);
}
console.log(checkOnly ? 'package-lock.json is complete' : `package-lock.json: ${added} entries added`);
