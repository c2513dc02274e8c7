import { isStaff } from '../../../casework/caller.ts';
import type { FilePurpose } from '../../../casework/files/file.ts';
import { type Field, formFields } from '../../forms/fields.ts';
import type { FormErrors } from '../../forms/form-errors.ts';
import type { View } from '../../frame/view.ts';
import { FILES } from '../files/upload-form.ts';
import type { ActType } from './catalogue.ts';

/** Acts to which something is attached: staff enter what came on paper with its copy (II.16.1), customers add what
 *  their own act rests on. */

const FOR_STAFF: ReadonlySet<ActType> = new Set<ActType>([
  'application.completed',
  'design.received',
  'customer.identified',
  'offer.objected',
  'contract.signed',
  'application.reinstated',
  'application.withdrawn',
  'contract.withdrawn',
  'works.suspended',
  'force-majeure.notified',
  'readiness.confirmed',
  'readiness.disproved',
  'term.extended',
  'usage.agreed',
  'contract.amended',
  'termination.agreed',
  'owner.changed',
  'details.changed',
  'authority.filed',
  'authority.revoked',
  'complaint.filed',
  'data-request.filed',
]);

const FOR_CUSTOMERS: ReadonlySet<ActType> = new Set<ActType>([
  'application.completed',
  'design.received',
  'offer.objected',
  'works.suspended',
  'force-majeure.notified',
  'owner.changed',
  'authority.filed',
  'complaint.filed',
  'data-request.filed',
]);

const isStaffs = ({ caller }: View): boolean => caller !== null && isStaff(caller);

export const carriesFiles = (view: View, type: ActType): boolean =>
  (isStaffs(view) ? FOR_STAFF : FOR_CUSTOMERS).has(type);

export function filesField(view: View, type: ActType, errors: FormErrors | null): Field | null {
  if (!carriesFiles(view, type)) return null;
  const words = isStaffs(view) ? 'scan' : 'attach';
  return formFields(view, {}, errors).file(FILES, {
    label: view.t(`files.act.${words}`),
    hint: view.t(`files.act.${words}Hint`),
    multiple: true,
    optional: true,
  });
}

const OWN_PURPOSES: Readonly<Partial<Record<ActType, FilePurpose>>> = {
  'application.completed': 'application',
  'design.received': 'design',
  'authority.filed': 'authority',
  'authority.revoked': 'authority',
  'readiness.disproved': 'photo',
};

export const purposeOf = (view: View, type: ActType): FilePurpose =>
  OWN_PURPOSES[type] ?? (isStaffs(view) ? 'scan' : 'other');
