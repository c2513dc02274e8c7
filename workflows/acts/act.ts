import type { z } from 'zod';
import type { Clause } from '../../src/law/clauses.ts';
import type { SettingName } from '../../src/law/settings/settings.ts';
import type { Reason } from '../conditions/verdict.ts';
import type { Facts } from '../facts.ts';
import type { Happening } from '../happening.ts';
import type { Party, Role, SubUserRight } from '../roles.ts';
import type { Question } from './question.ts';
import { type Way, type WayDefinition, wayOf } from './way.ts';

/** Payload as it came in: it may not be of the right form yet. */
export type Given = Readonly<Record<string, unknown>>;

/** On whose behalf a role does an act, and where the payload must tell that it is theirs. */
export interface Doer {
  readonly party: Party;
  /** False where the payload shows that the act is somebody else's. */
  readonly where?: (given: Given) => boolean;
}

/** Who approves besides: the setting names the roles; where it is a mere yes, the roles are named here. */
interface Approval {
  readonly setting: SettingName;
  readonly roles?: readonly Role[];
}

/** What the shell looks up before the act is decided; the chart itself asks nobody. */
type LookUp =
  | 'duplicate-object'
  | 'price-of-offer'
  | 'price-of-amendment'
  | 'address-of-channel'
  | 'failed-letter'
  | 'dispatched-letter'
  | 'debt-of-project'
  | 'decider-of-refund'
  | 'earlier-bank-line';

/** What a copy attached to the act is. */
type FilePurpose = 'application' | 'design' | 'authority' | 'photo' | 'scan' | 'other';

/** What may be attached, by who attaches: staff add the copy of what came on paper (II.16.1), customers what their act rests
 *  on. */
interface Attached {
  readonly staff?: FilePurpose;
  readonly customer?: FilePurpose;
}

/** How heavy an act is for who chooses it: it carries the case on, stands beside, or ends what cannot be taken up again. */
export type Weight = 'carries-on' | 'beside' | 'ends';

interface Standing {
  /** Who may do it, and for which party; the order is that in which they are named. */
  readonly by: Readonly<Partial<Record<Role, Party | Doer>>>;
  readonly approval: Approval | null;
  readonly looksUp: LookUp | null;
  /** Both sides must do it, and the second one takes effect (II.12.1). */
  readonly joint: boolean;
  /** It concerns one letter and is done where letters are kept; a case does not list it. */
  readonly onLetter: boolean;
  /** It is asked for step by step in the guided application, and has no form of its own. */
  readonly guided: boolean;
  readonly weight: Weight;
  /** It is the same for every case, and may be done in many at once. */
  readonly inBulk: boolean;
  /** Whoever reads the history is to see at once that it went against the customer. */
  readonly adverse: boolean;
  readonly files: Attached;
  /** Where service enters what happened on paper or in a container, and the file must be there to look at: its word alone
   *  would sign for a customer or let an agent in. */
  readonly restsOnFile: (given: Given, role: Role) => boolean;
  /** The right by which a sub-user may do it in the customer's name; null: never. */
  readonly subUsers: SubUserRight | null;
  /** An authority over everything does not cover it; it must be named (II.5.3). */
  readonly needsExpressScope: boolean;
  /** A matter of data protection, which whoever decides on such matters reads (II.9). */
  readonly dataProtection: boolean;
  /** Why not, in a state that has no way for it at all; null: the state itself says enough. */
  readonly elsewhere: (facts: Facts, event: Happening) => Reason | null;
}

/** An act: one page that says all there is to say of it, but for where it leads (the chart) and what its letter says. */
export interface Act<
  Type extends string = string,
  Schema extends z.ZodType = z.ZodType,
  Key extends string = string,
> extends Standing {
  readonly type: Type;
  readonly clause: Clause | null;
  readonly data: Schema;
  readonly form: Form;
  readonly ways: Readonly<Record<Key, Way>>;
}

/** Parts of the data by their key. */
type Form<Part extends string = string> = Readonly<Partial<Record<Part, Question>>>;
type PartOf<Data> = Data extends unknown ? keyof Data & string : never;

type Definition<Type extends string, Schema extends z.ZodType, Key extends string> = Partial<
  Omit<Standing, 'by'>
> &
  Pick<Standing, 'by'> & {
    readonly type: Type;
    /** Under which clause it stands; null where the contract has none. */
    readonly clause: Clause | null;
    readonly data: Schema;
    /** What its form knows beside the schema; a part that is not named is asked for as its schema says. */
    readonly form?: Form<PartOf<z.output<Schema>>>;
    readonly ways: Readonly<Record<Key, WayDefinition<Happening<Type, z.output<Schema>>>>>;
  };

export function act<const Type extends string, Schema extends z.ZodType, Key extends string>(
  definition: Definition<Type, Schema, Key>,
): Act<Type, Schema, Key> {
  const { type, clause, ways } = definition;
  const named = Object.entries(ways) as [Key, WayDefinition<Happening<Type, z.output<Schema>>>][];
  const nameOf = (key: string): string => (named.length === 1 ? type : `${type}: ${inWords(key)}`);
  return {
    approval: null,
    looksUp: null,
    joint: false,
    onLetter: false,
    guided: false,
    form: {},
    weight: 'beside',
    inBulk: false,
    adverse: false,
    files: {},
    restsOnFile: () => false,
    subUsers: null,
    needsExpressScope: false,
    dataProtection: false,
    elsewhere: () => null,
    ...definition,
    ways: Object.fromEntries(
      named.map(([key, way]) => [key, wayOf(nameOf(key), type, clause, way)]),
    ) as Record<Key, Way>,
  };
}

/** `withinItsDays` → `within its days`. */
const inWords = (key: string): string => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Every clause under which an act can stand. */
export const clausesOf = ({ ways }: Pick<Act, 'ways'>): readonly Clause[] => [
  ...new Set(Object.values(ways).flatMap(({ clause }) => clause ?? [])),
];

const doerOf = (doer: Party | Doer): Doer => (typeof doer === 'string' ? { party: doer } : doer);

export const rolesOf = ({ by }: Pick<Act, 'by'>): readonly Role[] => Object.keys(by) as Role[];

/** Roles whose act this payload is. */
export const rolesByPayload = ({ by }: Pick<Act, 'by'>, given: Given): readonly Role[] =>
  (Object.entries(by) as [Role, Party | Doer][])
    .filter(([, doer]) => doerOf(doer).where?.(given) ?? true)
    .map(([role]) => role);

/** On whose behalf a role acts. An act of a role that it is not open to any more was the customer's own or the operator's. */
export function partyFor({ by }: Pick<Act, 'by'>, role: string): Party {
  const doer = by[role as Role];
  if (doer !== undefined) return doerOf(doer).party;
  return role === 'customer' ? 'customer' : 'operator';
}

/** Who enters for the customer: what service takes down on paper or by phone is the customer's act. */
export const CUSTOMER_SIDE = { customer: 'customer', service: 'customer' } as const;
/** Both parties, each for itself. */
export const EITHER_PARTY = { customer: 'customer', engineer: 'operator', service: 'operator' } as const;
export const OPERATOR_SIDE = { engineer: 'operator', service: 'operator' } as const;
