import type { Response } from 'express';

/** What a browser may show as it is; anything else is saved, never opened in our name. */
const SHOWN: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/** Viewers of PDF in browsers are walled off by themselves, and do not start within a sandbox. */
const PDF = 'application/pdf';

/** Whatever a file turns out to be in a browser, it is of nobody's origin and runs nothing. */
const sandboxed = (res: Response): void => {
  res.set('Content-Security-Policy', "default-src 'none'; sandbox");
};

export function answerWithFile(
  res: Response,
  { name, contentType, bytes }: { name: string; contentType: string; bytes: Uint8Array },
): void {
  res.attachment(name);
  if (contentType !== PDF) sandboxed(res);
  if (SHOWN.has(contentType))
    res.set('Content-Disposition', String(res.get('Content-Disposition')).replace('attachment', 'inline'));
  res.type(contentType).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
