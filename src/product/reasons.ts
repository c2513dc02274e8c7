/** What is wrong at the start is the installer's to mend, and is said in words. */
export function reasonsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n  ${reasonsOf(error.cause)}`;
}
