import { randomUUID } from 'node:crypto';
import { isStaff } from '../../../casework/caller.ts';
import { FILE_PURPOSES, type FilePurpose, type NewFile } from '../../../casework/files/file.ts';
import { Refusal } from '../../../law/refusal.ts';
import { type Field, formFields } from '../../forms/fields.ts';
import type { Form } from '../../forms/form-body.ts';
import { type FormErrors, refusedForm } from '../../forms/form-errors.ts';
import type { View } from '../../frame/view.ts';

/** Adding files to a case by a form. */
export interface UploadForm {
  readonly action: string;
  readonly fields: readonly Field[];
  readonly key: string;
}

/** Tells before sending what is too large. */
export const UPLOADS_SCRIPT = 'js/uploads.js';

/** The field of a form that holds files. */
export const FILES = 'files';

/** What came on paper is entered by staff alone; attachments of an application come with it. */
const purposesFor = ({ caller }: View): readonly FilePurpose[] =>
  FILE_PURPOSES.filter((one) => one !== 'application' && (one !== 'scan' || (caller && isStaff(caller))));

export function uploadForm(
  view: View,
  caseId: string,
  values: Form['values'],
  errors: FormErrors | null,
): UploadForm {
  const { t } = view;
  const form = formFields(view, { purpose: isStaffs(view) ? 'scan' : 'photo', ...values }, errors);
  return {
    action: `/cases/${caseId}/files`,
    fields: [
      form.file(FILES, { label: t('files.choose'), hint: t('files.chooseHint'), multiple: true }),
      form.select('purpose', {
        label: t('files.purpose'),
        width: 'full',
        choices: purposesFor(view).map((value) => ({ value, label: t(`files.purposes.${value}`) })),
      }),
    ],
    key: randomUUID(),
  };
}

const isStaffs = ({ caller }: View): boolean => caller !== null && isStaff(caller);

export const uploaded = (form: Form, purpose: FilePurpose): readonly NewFile[] =>
  form.files(FILES).map(({ name, bytes }) => ({ name, bytes, purpose }));

export function purposeIn(view: View, form: Form): FilePurpose {
  const chosen = form.text('purpose');
  return purposesFor(view).find((one) => one === chosen) ?? 'other';
}

export const isOfFiles = (error: unknown): boolean =>
  error instanceof Refusal && error.code.startsWith('file.');

/** Why files were not taken, at the field of the form. */
export const fileErrors = (view: View, error: unknown): FormErrors =>
  refusedForm(view, error, { fields: { file: FILES }, shown: new Set([FILES]) });
