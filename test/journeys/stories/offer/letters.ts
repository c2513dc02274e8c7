import { expect } from 'vitest';
import { offered } from '../../builders.ts';
import { story } from '../../story.ts';

/** Posted offers, and letters that come back (II.16.4). */

export const LETTER_STORIES = [
  story(
    'II.16.4.1: a posted offer opens the window on the seventh day; a posted warning counts so too (T-15, L13)',
    async (at) => {
      const one = await offered(at, { offer: { channel: 'post' } });
      expect(one.deadline('objection-window')).toMatchObject({ lastDay: '2025-04-16', state: 'running' });
      expect(one.deadline('offer')?.state).toBe('met');
      expect(await one.letter('N-OFFER')).toMatchObject({
        channel: 'post',
        to: 'Brīvības iela 1–5, Rīga, LV-1010',
        deemedReceivedOn: '2025-03-17',
      });
      await at('2025-04-17T00:00');
      expect(await one.status()).toBe('annulment-warned');
      expect(await one.letter('N-ANNWARN')).toMatchObject({
        channel: 'post',
        deemedReceivedOn: '2025-04-24',
      });
      expect(one.deadline('annulment-earliest')?.earliestDay).toBe('2025-05-05');
      await at('2025-05-04T23:59');
      expect(await one.status()).toBe('annulment-warned');
      await at('2025-05-05T00:00');
      expect(await one.status()).toBe('annulled');
    },
  ),

  story('II.16.4.3: an e-mailed offer that failed starts anew by post (T-31)', async (at) => {
    const one = await offered(at, { offer: { channel: 'email' } });
    const letter = await one.letter('N-OFFER');
    expect(letter).toMatchObject({
      channel: 'email',
      to: 'anna@piemers.example',
      deemedReceivedOn: '2025-03-10',
    });
    await at('2025-03-12');
    await one.refused(
      'customer',
      'notice.failed',
      { noticeId: letter.id, reason: 'mailbox full' },
      { status: 403 },
    );
    await one.refused(
      'service',
      'notice.failed',
      { noticeId: 'no such letter', reason: 'mailbox full' },
      { status: 422, field: 'noticeId' },
    );
    await one.by('service', 'notice.failed', { noticeId: letter.id, reason: 'mailbox full' });
    expect(one.view.status).toBe('offered');
    expect(one.deadline('objection-window')).toMatchObject({ lastDay: '2025-04-18', state: 'running' });
    const letters = (await one.letters()).filter(({ notice }) => notice === 'N-OFFER');
    expect(letters).toMatchObject([
      { channel: 'email', deliveredState: 'failed', deemedReceivedOn: null },
      { channel: 'post', deemedReceivedOn: '2025-03-19' },
    ]);
    await at('2025-04-10');
    expect(await one.status()).toBe('offered');
    await at('2025-04-19T00:00');
    expect(await one.status()).toBe('annulment-warned');
  }),

  story('II.16.4.3: an e-mailed warning that failed runs its ten days anew by post', async (at) => {
    const one = await offered(at, { offer: { channel: 'email' } });
    await at('2025-04-10T00:00');
    expect(await one.status()).toBe('annulment-warned');
    expect(one.deadline('annulment-earliest')?.earliestDay).toBe('2025-04-21');
    await at('2025-04-19');
    await one.by('service', 'notice.failed', {
      noticeId: (await one.letter('N-ANNWARN')).id,
      reason: 'no such user',
    });
    expect(one.deadline('annulment-earliest')?.earliestDay).toBe('2025-05-07');
    expect(await one.letter('N-ANNWARN')).toMatchObject({ channel: 'post', deemedReceivedOn: '2025-04-26' });
    await at('2025-05-06');
    expect(await one.status()).toBe('annulment-warned');
    await at('2025-05-07T00:00');
    expect(await one.status()).toBe('annulled');
  }),
];
