import { createLawDesk, type LawDesk, type LawDeskParts } from './law-desk.ts';
import { createLawReading, type LawReading } from './law-reading.ts';

/** The administration of an installation's law. */
export interface LawServices {
  readonly lawDesk: LawDesk;
  readonly lawReading: LawReading;
}

export const createLawServices = (parts: LawDeskParts): LawServices => ({
  lawDesk: createLawDesk(parts),
  lawReading: createLawReading(parts),
});
