import type { Page } from 'playwright-core';
import type { Call, Screen } from './screen.ts';

interface Listed {
  readonly items: readonly { readonly id: string; readonly status: string }[];
}
interface Money {
  readonly invoices: readonly { readonly reference: string; readonly outstanding: string }[];
  readonly payments: readonly object[];
}

/** A case of a demo account whose money fits. */
async function caseOf(call: Call, as: string, fits: (money: Money) => boolean) {
  const { items } = (await call('GET', '/cases?limit=200', as)).body as Listed;
  for (const { id } of items) {
    const { status, body } = await call('GET', `/cases/${id}/invoices`, as);
    if (status === 200 && fits(body as Money)) return { id, money: body as Money };
  }
  throw new Error(`No case of ${as} fits.`);
}

const asks = ({ invoices }: Money): boolean => invoices.some(({ outstanding }) => outstanding !== '0.00');
const isPaid = (money: Money): boolean => money.payments.length > 0 && !asks(money);

const referenceAsked = async (call: Call): Promise<string> => {
  const { money } = await caseOf(call, 'service', asks);
  return money.invoices.find(({ outstanding }) => outstanding !== '0.00')!.reference;
};

/** Somebody else may have begun to pay the same invoice: whoever pays all the same has been told. */
async function pay(page: Page): Promise<void> {
  await page.click('form[action^="/pay/"] button');
  await page.waitForLoadState();
  if (!page.url().includes('demo-bank')) await page.click('form[action^="/pay/"] button');
}

export const paymentsScreens: readonly Screen[] = [
  { name: 'invoices', path: '/invoices', as: 'customer', main: true },
  {
    name: 'case-invoices',
    path: async ({ call }) => `/cases/${(await caseOf(call, 'company', () => true)).id}/invoices`,
    as: 'company',
  },
  {
    name: 'case-invoices-paid',
    path: async ({ call }) => `/cases/${(await caseOf(call, 'service', isPaid)).id}/invoices`,
    as: 'service',
  },
  { name: 'pay', path: '/pay', main: true },
  { name: 'pay-unknown', path: '/pay/RF18539007547034', status: 422 },
  { name: 'pay-asked', path: async ({ call }) => `/pay/${await referenceAsked(call)}`, main: true },
  {
    name: 'demo-bank',
    path: async ({ call }) => `/pay/${await referenceAsked(call)}`,
    async prepare(page) {
      await pay(page);
      await page.waitForURL(/demo-bank/);
    },
  },
  {
    name: 'payment-receipt',
    path: '/invoices',
    as: 'customer',
    main: true,
    // Paid once; whoever looks again opens the receipt of then.
    async prepare(page) {
      const receipt = page.locator('a[href^="/payments/"]').first();
      if (await receipt.isVisible()) await receipt.click();
      else {
        await page.locator('a[href^="/pay/"]').first().click();
        await page.click('form[action^="/pay/"] button');
        await page.click('button[value="pay"]');
      }
      await page.waitForURL(/payments/);
    },
  },
  {
    name: 'payment-cancelled',
    path: async ({ call }) => `/pay/${await referenceAsked(call)}`,
    async prepare(page) {
      await pay(page);
      await page.click('button[value="cancel"]');
      await page.waitForURL(/payments/);
    },
  },
];
