import type { Page } from 'playwright-core';

/** What a person does on pages: fills in forms by the names of their fields, and goes through the two steps of an act. */

export type Answers = Readonly<Record<string, string | boolean>>;

export async function fillIn(page: Page, answers: Answers): Promise<void> {
  for (const [name, answer] of Object.entries(answers)) {
    const field = page.locator(`main [name="${name}"]:not([type="hidden"])`);
    const kind = await field
      .first()
      .evaluate((one) => (one instanceof HTMLInputElement ? one.type : one.tagName.toLowerCase()));
    if (kind === 'radio') await page.locator(`main [name="${name}"][value="${answer}"]`).check();
    else if (kind === 'checkbox') await field.setChecked(answer === true);
    else if (kind === 'select') await field.selectOption(String(answer));
    else await field.fill(String(answer));
  }
}

/** Sends the form of the page and waits for what comes next. */
export async function send(
  page: Page,
  button = 'main form[method="post"] button[type="submit"]',
): Promise<void> {
  const sent = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.locator(button).last().click();
  await sent;
  await page.waitForLoadState();
}

export const CONFIRM = '.confirm button[value="confirm"]';

/** An act on a case by its page: filled in, read what follows, confirmed. Ends on the case. */
export async function act(page: Page, caseId: string, type: string, answers: Answers = {}): Promise<void> {
  await page.goto(`/cases/${caseId}`);
  const link = page.locator(`a[href="/cases/${caseId}/acts/${type}"]`).first();
  // Rarer acts are folded away.
  const folded = page.locator('details:not([open])', { has: link });
  if ((await folded.count()) > 0) await folded.first().locator('summary').click();
  await link.click();
  await page.waitForLoadState();
  await fillIn(page, answers);
  await send(page);
  if ((await page.locator('.confirm').count()) === 0)
    throw new Error(`${type} was not accepted: ${await page.locator('main').textContent()}`);
  await send(page, CONFIRM);
  if (new URL(page.url()).pathname !== `/cases/${caseId}`)
    throw new Error(`${type} did not happen: ${await page.locator('main').textContent()}`);
}
