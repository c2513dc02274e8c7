import { isStaff } from '../../../casework/caller.ts';
import type { FileView } from '../../../casework/files/file.ts';
import type { HistoryEntry } from '../../../casework/show/shown.ts';
import { type Cell, type Table, table } from '../../components/table.ts';
import type { View } from '../../frame/view.ts';
import { nameOf } from '../../messages/names.ts';

/** The files of a case, each a link to what was sent where the role reads it. */
export function fileTable(
  view: View,
  files: readonly FileView[],
  history: readonly HistoryEntry[],
): Table | null {
  const { t, formats } = view;
  if (files.length === 0) return null;
  const typeAt = new Map(history.map(({ seq, type }) => [seq, type]));
  const purposeOf = ({ purpose, seq }: FileView): Cell => {
    const type = seq === null ? undefined : typeAt.get(seq);
    const note = type ? t('files.withAct', { act: nameOf(view.names, 'event', type) }) : null;
    return { text: t(`files.purposes.${purpose}`), note };
  };
  return table({
    caption: t('files.caption'),
    columns: [
      { label: t('files.file') },
      { label: t('files.purpose') },
      { label: t('files.by') },
      { label: t('files.added') },
      { label: t('files.size'), numeric: true },
    ],
    rows: files.map((one) => [
      linkTo(view, one),
      purposeOf(one),
      whoAdded(view, one),
      formats.instant(one.addedAt),
      sizeText(view, one.size),
    ]),
  });
}

const linkTo = ({ t }: View, { name, documentId }: FileView): Cell =>
  name === null ? { text: t('files.hidden') } : { text: name, href: `/documents/${documentId}` };

const whoAdded = ({ names, caller }: View, { addedBy, addedRole }: FileView): string => {
  const role = nameOf(names, 'role', addedRole);
  return caller && isStaff(caller) ? `${role} (${addedBy})` : role;
};

const KILOBYTE = 1000;

/** `320 kB`, `4,7 MB`: as phones and computers tell it. */
export function sizeText({ formats }: View, bytes: number): string {
  const kilobytes = bytes / KILOBYTE;
  return kilobytes < KILOBYTE
    ? `${formats.number(String(Math.max(1, Math.round(kilobytes))))} kB`
    : `${formats.number((kilobytes / KILOBYTE).toFixed(1))} MB`;
}
