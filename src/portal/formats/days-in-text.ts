import type { Formats } from './formats.ts';

/** A sentence of the law kernel, which names days as `2026-03-29`, with its days as the page writes them. */
export const daysInText = (formats: Formats, text: string): string =>
  text.replace(/\b(\d{4}-\d{2}-\d{2})(\.?)/g, (_, day: string, stop: string) => {
    const written = formats.shortDate(day);
    return written.endsWith('.') ? written : written + stop;
  });
