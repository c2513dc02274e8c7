import { createHash } from 'node:crypto';

/** The links of the chain as the database writes them (`history_link` and `seal_history` of the migrations), computed anew
 *  from what is stored: a function that somebody replaced in the database is not asked. */

export interface ChainedEvent {
  readonly caseId: string;
  readonly seq: number;
  readonly type: string;
  /** Microseconds since 1970, as text. */
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  readonly clause: string | null;
  readonly status: string;
  /** The JSON letter by letter as it is stored: its keys keep the order in which they came. */
  readonly data: string;
  readonly hash: string;
}

export interface Seal {
  readonly no: number;
  readonly at: string;
  readonly events: number;
  readonly heads: string;
  readonly hash: string;
}

/** What a seal holds of one case. */
export interface SealedHead {
  readonly caseId: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly hash: string;
}

/** A value with its length before it, so that no two rows read alike. */
const netstring = (value: string | number | null): string =>
  value === null ? '-' : `${Buffer.byteLength(String(value))}:${value}`;

const linkAfter = (previous: string, values: readonly (string | number | null)[]): string =>
  createHash('sha256').update(previous, 'hex').update(values.map(netstring).join('')).digest('hex');

/** `previous`: the hash of the event before it; empty for the first one of a case. */
export const linkOf = (previous: string, event: ChainedEvent): string =>
  linkAfter(previous, [
    event.caseId,
    event.seq,
    event.type,
    event.at,
    event.actor,
    event.role,
    event.clause,
    event.status,
    event.data,
  ]);

/** `previous`: the hash of the seal before it; empty for the first one. */
export const sealOf = (previous: string, { no, at, events, heads }: Seal): string =>
  linkAfter(previous, [no, at, events, heads]);

export const headsOf = ({ heads }: Pick<Seal, 'heads'>): SealedHead[] =>
  heads.split('\n').map((line) => {
    const [caseId = '', firstSeq, lastSeq, hash = ''] = line.split(' ');
    return { caseId, firstSeq: Number(firstSeq), lastSeq: Number(lastSeq), hash };
  });
