import type { CaseView } from '../../../../casework/show/shown.ts';
import { detailsOf } from '../../case-details.ts';
import type { FieldSpec } from '../field-spec.ts';
import type { Part } from '../parts-of-data.ts';
import { email, line, phone } from './arranged-field.ts';

/** What may be mended in an application; what stands in it already stands in the fields (II.5.2). */

const application = (found: CaseView) => detailsOf(found).application;

export const customerFields = ({ key, optional }: Part): readonly FieldSpec[] => [
  email(`${key}.email`, 'email', { optional, first: (found) => application(found)?.customer?.email }),
  phone(`${key}.phone`, 'phone', { optional, first: (found) => application(found)?.customer?.phone }),
  line(`${key}.postalAddress`, 'postalAddress', {
    optional,
    first: (found) => application(found)?.customer?.postalAddress,
  }),
];

export const objectFields = ({ key, optional }: Part): readonly FieldSpec[] => [
  line(`${key}.address`, 'address', { optional, first: (found) => application(found)?.object?.address }),
  line(`${key}.cadastreNumber`, 'cadastre', {
    optional,
    first: (found) => application(found)?.object?.cadastreNumber,
  }),
];
