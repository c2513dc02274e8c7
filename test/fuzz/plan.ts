import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../src/identity/demo-accounts.ts';
import type { Plan } from './fuzz.ts';
import type { OpenApi } from './requests.ts';

/** What there is to try on a product with demo data: its own description, a token for each account, the ids of cases. */
export async function planFor(url: string): Promise<Omit<Plan, 'seed' | 'requests'>> {
  const api = `${url}/api/v1`;
  await until(async () => (await fetch(`${url}/readyz`)).status === 200);
  const document = (await (await fetch(`${api}/openapi.json`)).json()) as OpenApi;
  const callers: Plan['callers'][number][] = [{ as: null, token: null }];
  for (const { username } of DEMO_ACCOUNTS) {
    const answer = await fetch(`${api}/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password: DEMO_PASSWORD }),
    });
    callers.push({ as: username, token: ((await answer.json()) as { token: string }).token });
  }
  const token = callers.find(({ as }) => as === 'engineer')!.token;
  const get = async <T>(path: string): Promise<T> =>
    (await (await fetch(`${api}${path}`, { headers: { Authorization: `Bearer ${token}` } })).json()) as T;
  const cases = (await get<{ items: { id: string }[] }>('/cases?limit=60')).items.map(({ id }) => id);
  const letters = (
    await Promise.all(
      cases
        .slice(0, 10)
        .map((id) => get<{ items: { id: string; documentId: string | null }[] }>(`/cases/${id}/notices`)),
    )
  ).flatMap(({ items }) => items);
  return {
    url,
    document,
    callers,
    known: {
      ids: {
        id: [...cases, ...letters.flatMap(({ documentId }) => documentId ?? [])],
        noticeId: letters.map(({ id }) => id),
      },
    },
  };
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 100));
}
