import type { Tone } from './status-tag.ts';

/** Bars side by side in a table that tells the same in words: `{{> bars bars}}`. */
export interface Bars {
  readonly caption: string;
  readonly labelHeading: string;
  readonly valueHeading: string;
  readonly rows: readonly BarRow[];
}

interface BarRow {
  readonly label: string;
  readonly note: string | null;
  readonly href: string | null;
  readonly value: string;
  /** Of 1000. */
  readonly width: number;
  /** Of 1000: a limit drawn across the bar. */
  readonly mark: string | null;
  readonly tone: Tone;
}

interface BarSaid {
  readonly label: string;
  readonly amount: number;
  readonly value: string;
  readonly note?: string | null;
  readonly href?: string | null;
  readonly limit?: number | null;
  readonly tone?: Tone;
}

interface BarsSaid {
  readonly caption: string;
  readonly labelHeading: string;
  readonly valueHeading: string;
  readonly rows: readonly BarSaid[];
}

export function bars({ rows, ...headings }: BarsSaid): Bars {
  const most = Math.max(1, ...rows.map(({ amount, limit }) => Math.max(amount, limit ?? 0)));
  const place = (amount: number): number => Math.round((amount / most) * 1000);
  return {
    ...headings,
    rows: rows.map(({ label, amount, value, note, href, limit, tone }) => ({
      label,
      note: note ?? null,
      href: href ?? null,
      value,
      width: Math.max(place(amount), amount > 0 ? 4 : 0),
      mark: limit == null ? null : String(Math.min(999, place(limit))),
      tone: tone ?? 'operator',
    })),
  };
}
