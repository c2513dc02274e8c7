import type { StatusTag } from './status-tag.ts';

/** A table that becomes a list of cards on a phone: `{{> table table}}`. */
export interface Table {
  readonly caption: string | null;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly { readonly cells: readonly TableCell[] }[];
  readonly foot: readonly TableCell[] | null;
}

interface TableColumn {
  readonly label: string;
  readonly numeric: boolean;
  readonly href: string | null;
  readonly sorted: 'ascending' | 'descending' | null;
}

interface TableCell {
  /** The heading of its column, told beside it on a phone. */
  readonly label: string;
  readonly heads: boolean;
  readonly numeric: boolean;
  readonly text: string;
  readonly href: string | null;
  readonly tag: StatusTag | null;
  readonly note: string | null;
}

export interface Cell {
  readonly text: string;
  readonly href?: string | null;
  readonly tag?: StatusTag | null;
  readonly note?: string | null;
}

interface ColumnSaid {
  readonly label: string;
  readonly numeric?: boolean;
  readonly href?: string;
  readonly sorted?: 'ascending' | 'descending';
}

interface TableSaid {
  readonly caption?: string;
  readonly columns: readonly ColumnSaid[];
  /** The first cell of a row names the row. */
  readonly rows: readonly (readonly (Cell | string)[])[];
  readonly foot?: readonly (Cell | string)[];
}

export function table({ caption, columns, rows, foot }: TableSaid): Table {
  const cells = (row: readonly (Cell | string)[]): readonly TableCell[] =>
    row.map((given, index) => {
      const cell = typeof given === 'string' ? { text: given } : given;
      const column = columns[index];
      return {
        label: column?.label ?? '',
        heads: index === 0,
        numeric: column?.numeric ?? false,
        text: cell.text,
        href: cell.href ?? null,
        tag: cell.tag ?? null,
        note: cell.note ?? null,
      };
    });
  return {
    caption: caption ?? null,
    columns: columns.map((column) => ({
      label: column.label,
      numeric: column.numeric ?? false,
      href: column.href ?? null,
      sorted: column.sorted ?? null,
    })),
    rows: rows.map((row) => ({ cells: cells(row) })),
    foot: foot ? cells(foot) : null,
  };
}
