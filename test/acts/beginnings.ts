import { apply, SIMPLE_ROUTE } from '../journeys/builders.ts';
import type { Case, Teller } from '../journeys/story.ts';

/** Goes on with a case on a later day. */
export const later =
  (
    begin: (at: Teller) => Promise<Case>,
    on: string,
    ...acts: readonly (readonly [string, string, object])[]
  ) =>
  async (at: Teller): Promise<Case> => {
    const one = await begin(at);
    await at(on);
    await one.now();
    for (const [who, type, data] of acts) await one.by(who, type, data as Record<string, unknown>);
    return one;
  };

export const routed =
  (needs: object) =>
  async (at: Teller): Promise<Case> => {
    const one = await apply(at);
    await one.by('engineer', 'application.routed', { ...SIMPLE_ROUTE, ...needs });
    return one;
  };
