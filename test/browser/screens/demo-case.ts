import type { Call } from '../screens.ts';

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

/** The address of a case of the demo data: the first in a status that the person sees. */
export const demoCase =
  (status: string, as: string, more = '') =>
  async ({ call }: { call: Call }): Promise<string> => {
    const { body } = await call('GET', `/cases?status=${status}&limit=1`, as);
    const [found] = (body as Listed).items;
    if (!found) throw new Error(`The demo data has no case of ${as} that is ${status}.`);
    return `/cases/${found.id}${more}`;
  };
