import type { Call } from '../screens.ts';

interface Found {
  readonly id: string;
  readonly awaits: string;
  readonly actions: readonly { readonly type: string }[];
}

async function casesIn(call: Call, status: string, as: string): Promise<readonly Found[]> {
  const { body } = await call('GET', `/cases?status=${status}&limit=50`, as);
  return (body as { items: readonly Found[] }).items;
}

/** The address of a case of the demo data in a status that the person sees; one that waits for the customer before others. */
export const demoCase =
  (status: string, as: string, more = '') =>
  async ({ call }: { call: Call }): Promise<string> => {
    const cases = await casesIn(call, status, as);
    const found = cases.find(({ awaits }) => awaits === 'customer') ?? cases[0];
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
