import type { EventData } from '../../../workflows/events.ts';
import type { HeldCase } from './held.ts';

/** What a person wants to be reached by. Empty fields change nothing. */
export interface WantedContacts {
  readonly email: string;
  readonly phone: string;
  readonly postalAddress: string;
}

type Details = Pick<EventData<'details.changed'>, 'email' | 'phone' | 'postalAddress'>;

export interface CaseDetails {
  readonly id: string;
  readonly number: string;
  readonly details: Details;
}

const FIELDS = ['email', 'phone', 'postalAddress'] as const;

/** What is to be told to each open case of the person's own (II.1.10, II.16.6): that which stands there otherwise. */
export const detailsToTell = (cases: readonly HeldCase[], wanted: WantedContacts): readonly CaseDetails[] =>
  cases
    .filter(({ isOpen }) => isOpen)
    .map(({ id, number, contacts }) => ({
      id,
      number,
      details: Object.fromEntries(
        FIELDS.filter((field) => wanted[field] !== '' && wanted[field] !== contacts[field]).map((field) => [
          field,
          wanted[field],
        ]),
      ) as Details,
    }))
    .filter(({ details }) => Object.keys(details).length > 0);
