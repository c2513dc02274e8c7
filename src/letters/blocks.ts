/** A letter as blocks: the one form from which e-mail, plain text, portal and PDF are made, so that they never differ. */

export interface Run {
  readonly text: string;
  readonly strong?: true;
  readonly href?: string;
}

export type Runs = readonly Run[];

/** `key`: what must not be overlooked. `note`: small print. `sign`: who writes, at the end. */
export type ParagraphStyle = 'plain' | 'key' | 'note' | 'sign';

/** `facts`: names and values. `sums`: amounts in columns. `form`: cells to fill in. */
export type TableStyle = 'facts' | 'sums' | 'form';

export interface Cell {
  readonly runs: Runs;
  readonly head?: true;
  /** A number: set flush right. */
  readonly amount?: true;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly total?: true;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: Runs }
  | { readonly kind: 'paragraph'; readonly style: ParagraphStyle; readonly runs: Runs }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Runs[] }
  | {
      readonly kind: 'table';
      readonly style: TableStyle;
      readonly head: Row | null;
      readonly rows: readonly Row[];
    }
  /** A payment that a bank's app reads: a picture on paper and on the screen, the caption everywhere. */
  | { readonly kind: 'payment-code'; readonly payload: string; readonly runs: Runs };

export const plain = (runs: Runs): string => runs.map((run) => run.text).join('');

function textsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'payment-code':
      return [plain(block.runs)];
    case 'list':
      return block.items.map(plain);
    case 'table':
      return [...(block.head ? [block.head] : []), ...block.rows].flatMap((row) =>
        row.cells.map((cell) => plain(cell.runs)),
      );
  }
}

/** Every text of the blocks in reading order. */
export const textsOf = (blocks: readonly Block[]): string[] => blocks.flatMap(textsOfBlock);
