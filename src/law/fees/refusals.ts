import type { Clause } from '../clauses.ts';
import type { IsoDay } from '../days.ts';
import { Refusal } from '../refusal.ts';
import { say, type Words } from '../words.ts';
import { CLAUSE } from './component.ts';
import type { CitedFieldError } from './read-request.ts';
import { clauseOfField } from './request-wording.ts';

const cannotPrice = (
  code: string,
  clause: Clause,
  detail: Words,
  errors: readonly CitedFieldError[],
): Refusal => new Refusal({ code, kind: 'invalid', clause, detail, errors });

const error = (field: string, message: Words): CitedFieldError => ({
  field,
  message,
  clause: clauseOfField(field),
});

/** OQ-FEE-16: whether the load unit applies hangs on the distance, and no plan has told it yet. */
export const distanceIsNeeded = (): Refusal =>
  cannotPrice(
    'quote.distance-needed',
    CLAUSE.loadUnit,
    say(
      'Līdz 100 A un 400 V no attāluma līdz tuvākajai 0,4 kV līnijai ir atkarīgs, vai piemēro slodzes vienību. Norādiet attālumu plānā.',
      'For a connection of this size the distance to the nearest 0.4 kV line decides whether the load unit applies. Give the distance on the plan.',
    ),
    [error('connection.distanceM', say('attālums nav norādīts', 'the distance is not given'))],
  );

const NOT_GIVEN = say(
  'summa nav norādīta; 0.00 arī ir summa',
  'the amount is not given; 0.00 is an amount too',
);

/** The amount by which the connection is priced is not known, and nothing else is to be priced. */
export const amountIsNeeded = (field: string, because: Words): Refusal =>
  cannotPrice(
    'quote.amount-needed',
    clauseOfField(field),
    say(
      `${because.lv} Summa ${field} nav norādīta. Ja nekas nav jābūvē, norādiet 0.00.`,
      `${because.en} The amount ${field} is not given. Where nothing is to be built, give 0.00.`,
    ),
    [error(field, NOT_GIVEN)],
  );

/** II.1.8: the lower of two results cannot be told while one of them is not known. */
export const bothRegimesAreNeeded = (fields: readonly string[]): Refusal =>
  cannotPrice(
    'quote.comparison-needs-both',
    CLAUSE.comparison,
    say(
      `Kamēr ir spēkā tehniskie noteikumi, maksu aprēķina gan pēc lēmuma 1/8, gan 1/7 un piemēro mazāko. Trūkst: ${fields.join(', ')}.`,
      `While the technical rules are valid, the fee is computed under both 1/8 and 1/7, and the lower one applies. Not given: ${fields.join(', ')}.`,
    ),
    fields.map((field) => error(field, NOT_GIVEN)),
  );

export const noTermsOn = (concludedOn: IsoDay): Refusal =>
  cannotPrice(
    'quote.no-terms',
    'II.1.7',
    say(
      `${concludedOn} nebija spēkā neviena līguma II daļas redakcija.`,
      `No version of Part II was in force on ${concludedOn}.`,
    ),
    [error('concludedOn', say('šajā dienā nav spēkā II daļas', 'no Part II is in force on this day'))],
  );
