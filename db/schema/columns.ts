import { customType } from '../drizzle.ts';
import { isoInstant } from '../values.ts';

/** An instant: `timestamptz` in the database, an ISO string ending in Z in the code, on both engines. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: isoInstant,
});

/** Bytes of a stored file. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
