import type { Request, Response } from 'express';
import type { Caller } from '../../casework/caller.ts';
import type { Day } from '../../law/days.ts';
import type { Operator } from '../../law/operator.ts';
import type { Language } from '../../law/words.ts';
import { clauseText } from '../formats/clauses.ts';
import { type Formats, formatsFor } from '../formats/formats.ts';
import type { Names } from '../messages/names/names.ts';
import { NAMES } from '../messages/names.ts';
import { type Translate, translators } from '../messages/translate.ts';

/** What a page model writes with: the language of this request, its words and its forms, and who asks. */
export interface View {
  readonly language: Language;
  readonly t: Translate;
  readonly names: Names;
  readonly formats: Formats;
  readonly clause: (clause: string | null | undefined) => string | null;
  /** Path of the page without the query. */
  readonly path: string;
  /** The address with its query, for links that come back here. */
  readonly address: string;
  readonly caller: Caller | null;
  readonly viewer: Viewer | null;
  /** Goes into every form that posts (`{{csrf}}` in the partial `form-token`). */
  readonly csrf: () => string;
  readonly operator: Operator;
  readonly today: Day;
}

/** The signed-in person as the page's header shows it. */
export interface Viewer {
  readonly name: string;
  /** As whom this person acts now; more than one where an account stands for several customers (PO-05). */
  readonly contexts: readonly ViewerContext[];
}

interface ViewerContext {
  readonly id: string;
  readonly label: string;
  readonly current: boolean;
}

declare global {
  namespace Express {
    interface Locals {
      view?: View;
    }
  }
}

export function viewOf(res: Response): View {
  const { view } = res.locals;
  if (!view) throw new Error('A page is shown before its view was made');
  return view;
}

export interface ViewParts {
  readonly language: Language;
  readonly caller: Caller | null;
  readonly viewer: Viewer | null;
  readonly csrf: () => string;
  readonly operator: Operator;
  readonly today: Day;
}

export function viewFor(req: Pick<Request, 'path' | 'originalUrl'>, parts: ViewParts): View {
  const { language, operator } = parts;
  return {
    ...parts,
    t: translators[language],
    names: NAMES[language],
    formats: formatsFor(language, operator.timeZone),
    clause: (clause) => clauseText(language, clause),
    path: req.path,
    address: req.originalUrl,
  };
}
