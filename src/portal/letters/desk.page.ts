import type { WaitingLetter } from '../../delivery/letter-desk.ts';
import type { Empty, Tabs } from '../components/navigation-parts.ts';
import { type Notice, notice } from '../components/notice.ts';
import type { Table } from '../components/table.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { viewsOf } from './views.ts';
import { letterHref, lettersTable } from './waiting-table.ts';

export interface DeskPage extends Page {
  readonly tabs: Tabs;
  readonly notices: readonly Notice[];
  readonly empty: Empty | null;
  readonly toPost: Queue | null;
  readonly toSign: Queue | null;
}

/** Letters that leave on one day, to be ticked. */
interface Queue {
  readonly act: 'posted' | 'signed';
  readonly rows: readonly QueueRow[];
  /** Where the queue is longer than what is shown: all of it, up to the letter that was written last. */
  readonly whole: { readonly label: string; readonly upTo: string } | null;
  readonly on: Field;
  readonly button: string;
}

interface QueueRow {
  readonly value: string;
  readonly chosen: boolean;
  readonly choose: string;
  readonly letter: string;
  readonly href: string;
  readonly number: string;
  readonly caseHref: string;
  readonly to: string;
  readonly written: string;
}

/** A form that came back: which queue, and what it held. */
export interface Returned {
  readonly act: 'posted' | 'signed';
  readonly letters: readonly string[];
  readonly on: string;
  readonly errors: FormErrors | null;
}

/** Said after letters were recorded. */
export interface Told {
  readonly recorded: number;
  readonly refused: readonly string[];
}

/** A page stays light; the rest of a long queue is recorded as a whole, or shown once these have left. */
const SHOWN = 30;

export const namedBy = ({ caseId, id }: Pick<WaitingLetter, 'caseId' | 'id'>): string => `${caseId}/${id}`;

export function deskPage(
  view: View,
  waiting: { readonly toPost: readonly WaitingLetter[]; readonly toSign: readonly WaitingLetter[] },
  told: Told | null,
  returned: Returned | null,
): DeskPage {
  const { t } = view;
  const none = waiting.toPost.length + waiting.toSign.length === 0;
  return {
    title: t('letters.post.title'),
    frame: { lead: t('letters.post.lead'), wide: true, errors: returned?.errors?.summary ?? null },
    tabs: viewsOf(view),
    notices: told ? toldBy(view, told) : [],
    empty: none
      ? {
          iconName: 'letter',
          title: t('letters.post.noneToPost'),
          text: t('letters.post.noneToPostText'),
          action: null,
        }
      : null,
    toPost: queueOf(view, 'posted', waiting.toPost, returned?.act === 'posted' ? returned : null),
    toSign: queueOf(view, 'signed', waiting.toSign, returned?.act === 'signed' ? returned : null),
  };
}

function toldBy({ t }: View, { recorded, refused }: Told): Notice[] {
  return [
    ...(recorded > 0 || refused.length === 0
      ? [notice('good', t('letters.post.recorded', { count: recorded }))]
      : []),
    ...(refused.length > 0 ? [notice('warning', null, ...refused)] : []),
  ];
}

function queueOf(
  view: View,
  act: 'posted' | 'signed',
  letters: readonly WaitingLetter[],
  returned: Returned | null,
): Queue | null {
  const { t, names, formats, today } = view;
  if (letters.length === 0) return null;
  const name = `${act}On`;
  const form = formFields(view, { [name]: returned?.on ?? today.toString() }, returned?.errors ?? null);
  return {
    act,
    whole:
      letters.length > SHOWN
        ? {
            label: t('letters.post.whole', { count: letters.length, shown: SHOWN }),
            upTo: letters.at(-1)?.sentAt ?? '',
          }
        : null,
    rows: letters.slice(0, SHOWN).map((letter) => {
      const title = nameOf(names, 'notice', letter.notice);
      const value = namedBy(letter);
      return {
        value,
        chosen: returned?.letters.includes(value) ?? false,
        choose: t('letters.post.chooseOne', { letter: title, number: letter.caseNumber }),
        letter: title,
        href: letterHref(letter),
        number: letter.caseNumber,
        caseHref: `/cases/${letter.caseId}`,
        to: letter.to ?? '',
        written: letter.sentAt ? formats.instant(letter.sentAt) : '–',
      };
    }),
    on: form.date(name, { label: t(`letters.post.${act}On`), hint: t('letters.post.onHint') }),
    button: t(act === 'posted' ? 'letters.post.recordPosted' : 'letters.post.recordSigned'),
  };
}

export interface LettersListPage extends Page {
  readonly tabs: Tabs;
  readonly empty: Empty | null;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    readonly table: Table;
  }[];
}

export function postedPage(view: View, letters: readonly WaitingLetter[]): LettersListPage {
  const { t } = view;
  return {
    title: t('letters.posted.title'),
    frame: { lead: t('letters.posted.lead'), wide: true },
    tabs: viewsOf(view),
    empty: letters.length > 0 ? null : emptyOf(t('letters.posted.none'), t('letters.posted.noneText')),
    sections: sectionsOf([
      { id: 'posted', title: t('letters.posted.caption'), text: '', table: lettersTable(view, letters) },
    ]),
  };
}

type Section = LettersListPage['sections'][number];

/** Those in which something stands. */
const sectionsOf = (
  sections: readonly (Omit<Section, 'table'> & { readonly table: Table | null })[],
): Section[] => sections.flatMap(({ table, ...section }) => (table ? [{ ...section, table }] : []));

const emptyOf = (title: string, text: string): Empty => ({ iconName: 'letter', title, text, action: null });

export function failedPage(
  view: View,
  found: {
    readonly dead: readonly WaitingLetter[];
    readonly notSent: readonly WaitingLetter[];
    readonly cameBack: readonly WaitingLetter[];
  },
): LettersListPage {
  const { t } = view;
  const none = found.dead.length + found.notSent.length + found.cameBack.length === 0;
  return {
    title: t('letters.failed.title'),
    frame: { lead: t('letters.failed.lead'), wide: true },
    tabs: viewsOf(view),
    empty: none ? emptyOf(t('letters.failed.none'), t('letters.failed.noneText')) : null,
    sections: sectionsOf(
      (['dead', 'notSent', 'cameBack'] as const).map((key) => ({
        id: key,
        title: t(`letters.failed.${key}`),
        text: t(`letters.failed.${key}Text`),
        table: lettersTable(view, found[key], { withReason: key === 'dead' }),
      })),
    ),
  };
}
