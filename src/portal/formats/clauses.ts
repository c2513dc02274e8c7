import type { Language } from '../../law/words.ts';

/** How a clause is cited on a page: `II.11.2` → `Līguma II daļas 11.2. punkts` · `Part II, clause 11.2`. */
export function clauseText(language: Language, clause: string | null | undefined): string | null {
  if (!clause) return null;
  const vatAct = clause.match(/^VAT Act (\d+)$/)?.[1];
  if (vatAct) return language === 'lv' ? `PVN likuma ${vatAct}. pants` : `VAT Act, section ${vatAct}`;
  if (clause.startsWith('II.def'))
    return language === 'lv' ? 'Līguma II daļa, termini' : 'Part II, definitions';
  const number = clause.match(/^(I{1,2})\.([\d.]+)$/);
  if (!number) return clause;
  const [, part, point] = number;
  return language === 'lv' ? `Līguma ${part} daļas ${point}. punkts` : `Part ${part}, clause ${point}`;
}
