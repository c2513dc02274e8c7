import { expect } from 'vitest';
import { z } from 'zod';
import { caseSchema } from '../../src/api/schemas.ts';
import {
  type Answer,
  type CaseView,
  type Client,
  type Data,
  type Letter,
  type Problem,
  problemOf,
  type Recorded,
  type User,
} from './client.ts';

/** A whole life of a case, told over HTTP and named by the clauses that it shows. */
export interface Story {
  readonly name: string;
  tell(at: Teller): Promise<void>;
}

export const story = (name: string, tell: Story['tell']): Story => ({ name, tell });

export interface Teller {
  readonly client: Client;
  /** Goes on at a local time in Riga: `2025-03-10` (at ten) or `2025-03-10T23:59`. */
  (localTime: string): Promise<void>;
}

const RIGA = 'Europe/Riga';
export const instantOf = (localTime: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(localTime.includes('T') ? localTime : `${localTime}T10:00`)
    .toZonedDateTime(RIGA)
    .toInstant();

/** What a refusal must say, besides the status. */
export interface Expected {
  readonly status?: 403 | 404 | 409 | 422;
  readonly clause?: string;
  readonly allowedFrom?: string;
  /** The last part of the problem's `type`. */
  readonly code?: string;
  readonly field?: string;
}

/** Said of a letter, not of the case: they are no step that anyone may take next. */
const DELIVERY_REPORTS: ReadonlySet<string> = new Set(['notice.failed', 'notice.dispatched']);

/** One case and what its people do with it. Every answer must be a case by the schema, every refusal a problem that
 *  changes nothing. */
export class Case {
  readonly id: string;
  readonly #client: Client;
  readonly #reader: User;
  #view: CaseView;
  #seenAt = 0;

  constructor(client: Client, view: CaseView, reader: User) {
    this.#client = client;
    this.#reader = reader;
    this.id = view.id;
    this.#view = view;
    this.view = view;
  }

  /** The case as it was last answered. */
  get view(): CaseView {
    return this.#view;
  }

  set view(view: CaseView) {
    this.#view = view;
    this.#seenAt = this.#client.clockMoves();
  }

  /** Its version now; asked for only where the clock may have done something since. */
  async #version(): Promise<number> {
    return this.#isFresh() ? this.view.version : (await this.now()).version;
  }

  #isFresh(): boolean {
    return this.#seenAt === this.#client.clockMoves();
  }

  /** Somebody does something, and it happens. */
  async by(user: User, type: string, data: Data = {}): Promise<CaseView> {
    if (this.#isFresh() && !DELIVERY_REPORTS.has(type))
      expect(this.actions(), 'what happens had been possible').toContain(type);
    const answer = await this.#client.event(user, this.id, type, data);
    expect(answer.status, `${user}: ${type} ${JSON.stringify(answer.body)}`).toBe(200);
    this.view = caseSchema.parse(answer.body);
    expect(answer.headers.get('ETag')).toBe(`"${this.view.version}"`);
    return this.view;
  }

  /** What came on paper is added to the case. */
  async scanned(user: User, purpose: string): Promise<void> {
    const path = `/cases/${this.id}/files?name=lapa.pdf&purpose=${purpose}`;
    const headers = { 'Content-Type': 'application/pdf' };
    const { status, body } = await this.#client.call(user, 'POST', path, {
      body: '%PDF-1.4\n%%EOF\n',
      headers,
    });
    expect(status, JSON.stringify(body)).toBe(201);
  }

  /** Somebody tries something, and nothing happens. */
  async refused(user: User, type: string, data: Data, expected: Expected): Promise<Problem> {
    const version = await this.#version();
    const answer = await this.#client.event(user, this.id, type, data);
    const { status = 409, code, field, ...said } = expected;
    expect(answer.status, `${user}: ${type} ${JSON.stringify(answer.body)}`).toBe(status);
    const problem = problemOf(answer);
    expect(problem).toMatchObject(said);
    if (code !== undefined) expect(problem.type).toBe(`urn:pieslegums:problem:${code}`);
    if (field !== undefined) expect(problem.errors?.map((error) => error.field)).toContain(field);
    if (status === 409) expect(problem.actions, 'a 409 tells what is possible').toBeDefined();
    expect((await this.now()).version, 'nothing has changed').toBe(version);
    return problem;
  }

  /** Somebody asks for what a second person must approve. Nothing changes yet. */
  async asked(user: User, type: string, data: Data = {}): Promise<string> {
    const version = await this.#version();
    const answer = await this.#client.event(user, this.id, type, data);
    expect(answer.status, `${user}: ${type} ${JSON.stringify(answer.body)}`).toBe(202);
    const { approvalId } = z.strictObject({ approvalId: z.uuid() }).parse(answer.body);
    expect((await this.now()).version).toBe(version);
    return approvalId;
  }

  /** The second person applies what the first asked for. */
  async applied(user: User, approvalId: string): Promise<CaseView> {
    const answer = await this.decide(user, approvalId, 'apply');
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    this.view = caseSchema.parse(answer.body);
    return this.view;
  }

  decide(user: User, approvalId: string, decision: string, reasons = 'Pārbaudīts'): Promise<Answer> {
    return this.#client.call(user, 'POST', `/approvals/${approvalId}`, { body: { decision, reasons } });
  }

  async approved(first: User, second: User, type: string, data: Data = {}): Promise<CaseView> {
    return this.applied(second, await this.asked(first, type, data));
  }

  async now(): Promise<CaseView> {
    this.view = await this.#client.find(this.#reader, this.id);
    return this.view;
  }

  async status(): Promise<string> {
    return (await this.now()).status;
  }

  deadline(name: string): CaseView['deadlines'][number] | undefined {
    return this.view.deadlines.find((one) => one.name === name);
  }

  actions(): string[] {
    return this.view.actions.map(({ type }) => type);
  }

  history(): Promise<Recorded[]> {
    return this.#client.history(this.#reader, this.id);
  }

  /** The days and types of everything that happened, like `2025-04-10 annulment.warned`. */
  async told(): Promise<string[]> {
    return (await this.history()).map(({ at, type }) => `${rigaDay(at)} ${type}`);
  }

  letters(): Promise<Letter[]> {
    return this.#client.letters(this.#reader, this.id);
  }

  async noticeIds(): Promise<string[]> {
    return (await this.letters()).map(({ notice }) => notice);
  }

  async letter(notice: string): Promise<Letter> {
    const found = (await this.letters()).filter((one) => one.notice === notice).at(-1);
    if (!found) throw new Error(`There is no ${notice}.`);
    return found;
  }
}

const rigaDay = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(RIGA).toPlainDate().toString();

/** What must hold of every case, however it ended: the history is gapless, oldest first, and ends where the case stands. */
export async function holdsTogether(client: Client, id: string): Promise<void> {
  const view = await client.find('service', id);
  const history = await client.history('service', id);
  expect(history.map(({ seq }) => seq)).toEqual(history.map((_, index) => index + 1));
  expect(history.length).toBe(view.version);
  expect(history.at(-1)?.status).toBe(view.status);
  const instants = history.map(({ at }) => at);
  expect(instants).toEqual(instants.toSorted());
  expect(new Set(view.deadlines.map(({ name }) => name)).size, 'one entry a name').toBe(
    view.deadlines.length,
  );
}
