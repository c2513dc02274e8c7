import { z } from 'zod';
import { type Control, controlOfPiece } from '../../../../workflows/acts/question.ts';

/** The data of an act as a form sees them, read from their schema. */

/** A part of the data under its key. */
export interface Part {
  readonly key: string;
  readonly piece: z.ZodType;
  readonly optional: boolean;
  /** What the schema puts where nothing is given. */
  readonly standing: unknown;
  /** From what it is chosen. */
  readonly values: readonly string[] | null;
}

/** Parts in the order of the schema. Of data that differ by one of their parts the fields of every kind are asked, and
 *  whatever some kind does not need may stay empty.
 *  @param isOpen whether a value of a part may be chosen */
export function partsOf(data: z.ZodType, isOpen: IsOpen): readonly Part[] {
  if (data instanceof z.ZodObject) return partsOfObject(data, isOpen);
  if (!(data instanceof z.ZodDiscriminatedUnion)) throw unreadable(data);
  const { discriminator } = data.def;
  const kinds = (data.options as readonly z.ZodType[])
    .map((one) => partsOf(one, isOpen))
    .filter((parts) => parts.find(({ key }) => key === discriminator)?.values?.length !== 0);
  return [...Map.groupBy(kinds.flat(), ({ key }) => key).values()].map((same) => ({
    ...same[0]!,
    optional: same.length < kinds.length || same.some(({ optional }) => optional),
    values: same[0]!.values && [...new Set(same.flatMap(({ values }) => values ?? []))],
  }));
}

export type IsOpen = (key: string, value: string) => boolean;

const partsOfObject = (data: z.ZodObject, isOpen: IsOpen): readonly Part[] =>
  Object.entries(data.shape as Readonly<Record<string, z.ZodType>>).map(([key, schema]) => {
    const bare = unwrapped(schema);
    const values = valuesOf(bare.piece)?.filter((value) => isOpen(key, value)) ?? null;
    return { key, ...bare, values };
  });

function unwrapped(schema: z.ZodType): Pick<Part, 'piece' | 'optional' | 'standing'> {
  if (schema instanceof z.ZodDefault) {
    const { defaultValue, innerType } = schema.def;
    return { ...unwrapped(innerType as z.ZodType), optional: true, standing: defaultValue };
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return { ...unwrapped(schema.unwrap() as z.ZodType), optional: true };
  return { piece: schema, optional: false, standing: undefined };
}

function valuesOf(piece: z.ZodType): readonly string[] | null {
  if (piece instanceof z.ZodEnum) return piece.options.map(String);
  if (piece instanceof z.ZodLiteral) return [...piece.values].map(String);
  return null;
}

/** As many characters as a piece takes; null where its schema does not say. */
export const longestOf = (piece: z.ZodType): number | null =>
  piece instanceof z.ZodString ? piece.maxLength : null;

/** By what a part is asked for: as its piece says, else as its type lets one think. Of several forms of the same the longest
 *  is asked for, a list, else the first. */
export function controlOf(piece: z.ZodType): Control {
  const said = controlOfPiece(piece);
  if (said !== null) return said;
  if (piece instanceof z.ZodBoolean) return 'tick';
  if (piece instanceof z.ZodEnum || piece instanceof z.ZodLiteral) return 'choice';
  if (piece instanceof z.ZodNumber && piece.isInt) return 'whole';
  if (piece instanceof z.ZodArray) return 'lines';
  if (piece instanceof z.ZodString) return 'line';
  if (piece instanceof z.ZodUnion) {
    const forms = piece.options as readonly z.ZodType[];
    return controlOf(forms.find((one) => one instanceof z.ZodArray) ?? forms[0]!);
  }
  throw unreadable(piece);
}

const unreadable = ({ def }: z.ZodType): Error =>
  new Error(
    `No form can ask for a ${def.type}: say in the act under \`form\` by what it is asked for (\`as\`) or what stands instead, or arrange its fields in src/portal/cases/acts/arranged.`,
  );
