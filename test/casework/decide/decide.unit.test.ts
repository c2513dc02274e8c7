import { describe, expect, test } from 'vitest';
import { type CaughtUp, catchUp, decide } from '../../../src/casework/decide/decide.ts';
import type { Act } from '../../../src/casework/happened.ts';
import { lawBook } from '../../../src/law/law-book.ts';
import { Refusal } from '../../../src/law/refusal.ts';
import { given, instantOf, offerIssued, type Story, signedContract, todayOf } from '../../builders/index.ts';

/** Decisions of the case workers: acts in their order, each after what had fallen due before it. */

const law = lawBook();
const at = (when: string) => ({ at: instantOf(when), law });
const act = (type: Act['type'], data: object, role = 'customer'): Act => ({
  type,
  data,
  actor: role,
  role,
  party: role === 'customer' ? 'customer' : 'operator',
  computed: {},
});
const typesOf = ({ happened }: CaughtUp) => happened.map(({ event }) => event.type);

describe('decide', () => {
  const offer = given(offerIssued('2025-03-10'));

  test('what fell due comes first, then the act, then what falls due through it', () => {
    const late = decide(offer, [act('offer.objected', { reasons: 'late' })], at('2025-04-12'));
    expect(typesOf(late)).toEqual(['deadline.passed', 'annulment.warned', 'offer.objected']);
    const rejected = decide(
      given(offerIssued('2025-03-10')),
      [act('offer.objected', { reasons: 'a' }), act('objection.rejected', { reasons: 'b' }, 'engineer')],
      at('2025-04-09T12:00'),
    );
    expect(typesOf(rejected)).toEqual(['offer.objected', 'objection.rejected']);
  });

  test('events are numbered without a gap and bear instant and Riga date', () => {
    const { happened } = decide(offer, [act('complaint.filed', { text: 'why' })], at('2025-03-31T21:30:00Z'));
    expect(happened.map(({ event }) => event.seq)).toEqual([offer.version + 1]);
    expect(happened[0]?.event).toMatchObject({
      at: '2025-03-31T21:30:00Z',
      today: '2025-04-01',
    });
  });

  test('an act that is refused leaves nothing behind, not even what was due', () => {
    const before = JSON.stringify(offer.state);
    const tried = () =>
      decide(offer, [act('works.started', { on: '2025-04-12' }, 'engineer')], at('2025-04-12'));
    expect(tried).toThrow(Refusal);
    expect(JSON.stringify(offer.state)).toBe(before);
  });

  test('of two acts the second sees what the first did; if it is refused, neither happened', () => {
    const sign = act('contract.signed', { party: 'customer', form: 'portal' });
    expect(() => decide(offer, [sign, sign], at('2025-03-20'))).toThrow(/already signed/);
  });

  test('the clock acts under its own name', () => {
    const [passed, warned] = catchUp(offer, at('2025-04-10T00:00')).happened;
    expect(passed?.event).toMatchObject({
      type: 'deadline.passed',
      actor: 'clock',
      role: 'clock',
    });
    expect(warned?.clause).toBe('II.11.3');
  });
});

describe('catchUp', () => {
  test('does nothing twice', () => {
    const story = given(signedContract('2024-12-11', { paymentDueOn: '2025-01-10' }));
    const moment = at('2025-03-01');
    const { happened } = catchUp(story, moment);
    const after: Story = {
      ...story,
      state: happened.at(-1)!.state,
      version: story.version + happened.length,
    };
    expect(happened.length).toBeGreaterThan(0);
    expect(catchUp(after, moment).happened).toEqual([]);
  });

  test('an hour before midnight nothing is due yet', () => {
    const story = given(offerIssued('2025-03-10'));
    expect(catchUp(story, at('2025-04-09T23:00')).happened).toEqual([]);
    expect(todayOf(story)).toBe('2025-03-10');
  });
});
