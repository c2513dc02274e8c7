/** `npm run glossary`: writes the events of the glossary anew, from the acts and from the words that the portal has for them. */
import { readFile, writeFile } from 'node:fs/promises';
import { NAMES } from '../src/portal/messages/names.ts';
import type { Act } from '../workflows/acts/act.ts';
import { actOf, EVENT_TYPES } from '../workflows/events.ts';

export const GLOSSARY = new URL('../docs/glossary.md', import.meta.url);

const HEADING = '## Events\n';

const clausesOf = ({ clause, ways }: Act): string => {
  const all = [clause, ...Object.values(ways).map((way) => way.clause)].filter((one) => one !== null);
  return [...new Set(all)].join(', ') || '–';
};

function events(): string {
  const rows = EVENT_TYPES.map((type) => {
    const [latvian, english] = [NAMES.lv.event[type], NAMES.en.event[type]];
    return `| ${latvian} | ${english} | \`${type}\` | ${clausesOf(actOf(type))} |\n`;
  });
  return `\n| Latviski | English | \`type\` | Clause |\n| --- | --- | --- | --- |\n${rows.join('')}\n`;
}

/** The glossary with its events as the acts tell them. */
export function withEvents(glossary: string): string {
  const from = glossary.indexOf(HEADING) + HEADING.length;
  return glossary.slice(0, from) + events() + glossary.slice(glossary.indexOf('## ', from));
}

if (import.meta.main) await writeFile(GLOSSARY, withEvents(await readFile(GLOSSARY, 'utf8')));
