import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules that colours alone decide: all that a theme, which changes nothing but colours, can break. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with a page, one line a finding; nothing is wanted. */
export const violationsOf = (page: Page): Promise<string[]> => findings(builder(page).withTags(TAGS));

/** What axe finds wrong with the colours of a page that it has gone through in another theme. */
export const colourViolationsOf = (page: Page): Promise<string[]> =>
  findings(builder(page).withRules(RULES_OF_COLOUR));

/** The older way asks within the page; the newer opens an empty page for every question, for frames of other origins. */
const builder = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

async function findings(asked: AxeBuilder): Promise<string[]> {
  const { violations } = await asked.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help} at ${target.join(' ')} (${failureSummary?.replaceAll('\n', ' ')})`,
    ),
  );
}
