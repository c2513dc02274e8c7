/** Where to go on after signing in: a path of ours or nothing. Other sites hide behind `//host`, `/\host`, control
 *  characters that browsers drop, and full addresses. */
export function localPath(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 500) return null;
  if (!/^\/(?![/\\])/.test(value) || /[\\\p{Cc}]/u.test(value)) return null;
  const base = 'http://localhost';
  const url = URL.parse(value, base);
  if (!url || url.origin !== base) return null;
  const path = url.pathname + url.search + url.hash;
  return path.startsWith('//') || path.startsWith('/sign-in') ? null : path;
}
