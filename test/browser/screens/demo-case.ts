import type { Call } from './screen.ts';

interface Found {
  readonly id: string;
  readonly awaits: string;
  readonly actions: readonly { readonly type: string }[];
}

/** Those that wait for the customer stand first. */
async function casesIn(call: Call, status: string, as: string): Promise<readonly Found[]> {
  const { body } = await call('GET', `/cases?status=${status}&limit=50`, as);
  const { items } = body as { items: readonly Found[] };
  return items.toSorted((a, b) => Number(b.awaits === 'customer') - Number(a.awaits === 'customer'));
}

/** The address of a case of the demo data in a status that the person sees. */
export const demoCase =
  (status: string, as: string, more = '') =>
  async ({ call }: { call: Call }): Promise<string> => {
    const [found] = await casesIn(call, status, as);
    if (!found) throw new Error(`The demo data has no case of ${as} that is ${status}.`);
    return `/cases/${found.id}${more}`;
  };

/** The address of an act on the first such case where it is possible. */
export const demoAct =
  (status: string, as: string, type: string) =>
  async ({ call }: { call: Call }): Promise<string> => {
    const found = (await casesIn(call, status, as)).find(({ actions }) =>
      actions.some((one) => one.type === type),
    );
    if (!found) throw new Error(`The demo data has no ${status} case of ${as} that allows ${type}.`);
    return `/cases/${found.id}/acts/${type}`;
  };
