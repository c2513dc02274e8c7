import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules that colours alone decide: all that a theme, which changes nothing but colours, can break. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with a page, one line a finding; nothing is wanted. */
export const violationsOf = (page: Page): Promise<string[]> =>
  findings(page, { runOnly: { type: 'tag', values: TAGS } });

/** What axe finds wrong with the colours of a page that it has gone through in another theme. */
export const colourViolationsOf = (page: Page): Promise<string[]> =>
  findings(page, { runOnly: { type: 'rule', values: RULES_OF_COLOUR } });

type Options = Parameters<AxeBuilder['options']>[0];

async function findings(page: Page, options: Options): Promise<string[]> {
  const asked = new AxeBuilder({ page })
    // The newer way opens an empty page for every question, for the sake of frames of other origins.
    .setLegacyMode()
    .options({ ...options, resultTypes: ['violations'] });
  const { violations } = await asked.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help} at ${target.join(' ')} (${failureSummary?.replaceAll('\n', ' ')})`,
    ),
  );
}
