import type { Response } from 'express';

/** What a browser may show as it is; anything else is saved, never opened in our name. */
const SHOWN: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/** Viewers of PDF in browsers are walled off by themselves, and do not start within a sandbox. */
const PDF = 'application/pdf';

/** Whatever a file turns out to be in a browser, it is of nobody's origin and runs nothing. */
const sandboxed = (res: Response): void => {
  res.set('Content-Security-Policy', "default-src 'none'; sandbox");
};

interface FileToAnswer {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** Somebody put it into a case: whatever it claims to be, it is saved and never opened in our name. */
  readonly isUpload?: boolean;
}

export function answerWithFile(
  res: Response,
  { name, contentType, bytes, isUpload = false }: FileToAnswer,
): void {
  res.attachment(name);
  if (isUpload || contentType !== PDF) sandboxed(res);
  if (SHOWN.has(contentType) && !isUpload)
    res.set('Content-Disposition', String(res.get('Content-Disposition')).replace('attachment', 'inline'));
  res.type(contentType).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
