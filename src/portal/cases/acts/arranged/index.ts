import type { z } from 'zod';
import { offerData } from '../../../../../workflows/acts/offer/offer-data.ts';
import { draftSchema } from '../../../../../workflows/application.ts';
import { quoteRequest } from '../../../../law/fees/request.ts';
import type { FieldSpec } from '../field-spec.ts';
import type { Part } from '../parts-of-data.ts';
import { customerFields, objectFields } from './application.ts';
import { PART_ONE_FIELDS } from './part-one.ts';
import { quoteFields } from './quote.ts';

/** Parts with many parts of their own, whose fields are arranged by hand: whatever act has such a part is asked for it in
 *  this way. */
export const ARRANGED: ReadonlyMap<z.ZodType, (part: Part) => readonly FieldSpec[]> = new Map<
  z.ZodType,
  (part: Part) => readonly FieldSpec[]
>([
  [quoteRequest, quoteFields],
  [offerData.shape.partOne.unwrap(), () => PART_ONE_FIELDS],
  [draftSchema.shape.customer.unwrap(), customerFields],
  [draftSchema.shape.object.unwrap(), objectFields],
]);
