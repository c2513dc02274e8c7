import type { Caller } from '../../../casework/caller.ts';
import type { FilesOfCase } from '../../../casework/files/file.ts';
import { mayPost } from '../../../casework/rights.ts';
import type { CaseView, HistoryEntry } from '../../../casework/show/shown.ts';
import type { Table } from '../../components/table.ts';
import type { Form } from '../../forms/form-body.ts';
import type { FormErrors } from '../../forms/form-errors.ts';
import type { Page } from '../../frame/page.ts';
import type { View } from '../../frame/view.ts';
import { fileTable } from './file-list.ts';
import { UPLOADS_SCRIPT, type UploadForm, uploadForm } from './upload-form.ts';

/** The files of a case as its page shows them: `{{> case-files files}}`. */
export interface FilesPart {
  readonly table: Table | null;
  readonly upload: UploadForm | null;
  /** Where files of a draft are added and removed. */
  readonly changeHref: string | null;
}

export function filesPart(
  view: View,
  caseId: string,
  { items, mayAdd, mayRemove }: FilesOfCase,
  history: readonly HistoryEntry[],
  caller: Caller,
): FilesPart {
  const isOwnDraft = mayRemove && mayPost(caller, 'application.submitted');
  return {
    table: fileTable(view, items, history),
    upload: mayAdd && !mayRemove ? uploadForm(view, caseId, {}, null) : null,
    changeHref: isOwnDraft ? `/apply/${caseId}/files` : null,
  };
}

/** Where one comes back to when a file was not taken. */
export interface FilesPage extends Page {
  readonly upload: UploadForm;
  readonly back: string;
}

export const filesPage = (
  view: View,
  found: CaseView,
  values: Form['values'],
  errors: FormErrors | null,
): FilesPage => ({
  title: view.t('files.add'),
  frame: {
    crumbs: [{ label: view.t('cases.one.heading', { number: found.number }), href: `/cases/${found.id}` }],
    errors: errors?.summary ?? null,
    scripts: [UPLOADS_SCRIPT],
  },
  upload: uploadForm(view, found.id, values, errors),
  back: `/cases/${found.id}`,
});
