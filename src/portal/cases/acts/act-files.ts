import { actOf, type EventType } from '../../../../workflows/events.ts';
import { isStaff } from '../../../casework/caller.ts';
import type { FilePurpose } from '../../../casework/files/file.ts';
import { type Field, formFields } from '../../forms/fields.ts';
import type { FormErrors } from '../../forms/form-errors.ts';
import type { View } from '../../frame/view.ts';
import { FILES } from '../files/upload-form.ts';

/** What is attached to an act: staff enter what came on paper with its copy (II.16.1), customers add what their own act rests
 *  on. */

const isStaffs = ({ caller }: View): boolean => caller !== null && isStaff(caller);

export const purposeOf = (view: View, type: EventType): FilePurpose | null =>
  actOf(type).files[isStaffs(view) ? 'staff' : 'customer'] ?? null;

export function filesField(view: View, type: EventType, errors: FormErrors | null): Field | null {
  if (purposeOf(view, type) === null) return null;
  const words = isStaffs(view) ? 'scan' : 'attach';
  return formFields(view, {}, errors).file(FILES, {
    label: view.t(`files.act.${words}`),
    hint: view.t(`files.act.${words}Hint`),
    multiple: true,
    optional: true,
  });
}
