import { amountOf } from '../money.ts';
import { FIGURES, isFigureName } from '../parameters/index.ts';
import { SETTINGS, type SettingName } from '../settings/settings.ts';
import { TERMS_CLAUSES, type TermsParameter, type UsedParameter } from '../terms/terms.ts';
import { say, type Words } from '../words.ts';
import { CLAUSE } from './component.ts';
import type { Consulted } from './consulted-law.ts';
import type { UsedFigure } from './fee-law.ts';
import type { Price } from './price.ts';
import type { ComparedRegime, FeeLine, QuotedDeferral, Remark, TraceNode } from './quote-shape.ts';
import { en, lv } from './spoken.ts';

interface Traced {
  readonly price: Price;
  readonly compared: readonly ComparedRegime[];
  readonly deferral: QuotedDeferral | null;
  readonly ignored: readonly Remark[];
  readonly figures: readonly UsedFigure[];
  readonly consulted: Consulted;
}

/** The whole reasoning as a tree: every branch carries its clause, every leaf its day and source. */
export function traceOf({ price, compared, deferral, ignored, figures, consulted }: Traced): TraceNode {
  const { applied, vat } = price;
  const branches: TraceNode[] = [
    {
      label: price.choice.because(),
      value: applied.regime,
      clause: CLAUSE.comparison,
      children: compared.map(regimeNode),
    },
    { label: vat.because(), value: amountOf(vat.vat), clause: CLAUSE.vat, children: [] },
  ];
  if (deferral) branches.push(deferralNode(deferral));
  const lists: [Words, TraceNode[]][] = [
    [
      say('Neņemts vērā', 'Ignored'),
      ignored.map(({ field, clause, because }) => leaf(because, { value: field, clause })),
    ],
    [say('Izmantotie lielumi', 'Figures used'), figures.map(figureNode)],
    [
      say('II daļas robežas', 'Limits of Part II'),
      consulted.terms.map((used) => parameterNode(used, termLabel(used.name))),
    ],
    [
      say('Lasījumi un iestatījumi', 'Readings and settings'),
      consulted.settings.map((used) => parameterNode(used, settingLabel(used.name))),
    ],
  ];
  for (const [label, children] of lists) if (children.length > 0) branches.push({ label, children });
  return {
    label: say(
      `Klients maksā ${lv.eur(vat.gross)} ar PVN, operators sedz ${lv.eur(applied.operatorShare)}.`,
      `The customer pays ${en.eur(vat.gross)} with VAT, the operator bears ${en.eur(applied.operatorShare)}.`,
    ),
    value: amountOf(vat.gross),
    children: branches,
  };
}

const leaf = (label: Words, rest: Omit<TraceNode, 'label' | 'children'>): TraceNode => ({
  label,
  ...rest,
  children: [],
});

const regimeNode = ({
  regime,
  because,
  clause,
  customerShareNet,
  lines,
  applies,
}: ComparedRegime): TraceNode => ({
  label: say(
    `${applies ? 'Piemērots' : 'Noraidīts'}: lēmums ${regime}. ${because.lv}`,
    `${applies ? 'Applied' : 'Rejected'}: SPRK ${regime}. ${because.en}`,
  ),
  value: customerShareNet,
  clause,
  children: lines.map(lineNode),
});

const lineNode = ({ label, because, amount, customerShare, clause }: FeeLine): TraceNode => ({
  label: say(`${label.lv}: ${because.lv}`, `${label.en}: ${because.en}`),
  value: amount,
  clause,
  children: [leaf(say('Klienta daļa', 'Customer share'), { value: customerShare, clause: CLAUSE.split })],
});

const deferralNode = ({ eligible, conditions }: QuotedDeferral): TraceNode => ({
  label: eligible
    ? say('Par atlikto maksājumu var vienoties.', 'A deferral may be agreed.')
    : say('Par atlikto maksājumu nevar vienoties.', 'A deferral may not be agreed.'),
  clause: CLAUSE.financing17,
  children: conditions.map(({ name, met, clause, because }) =>
    leaf(
      say(
        `${met ? 'Izpildīts' : 'Nav izpildīts'}: ${because.lv}`,
        `${met ? 'Met' : 'Not met'}: ${because.en}`,
      ),
      { value: name, clause },
    ),
  ),
});

function figureNode({ name, value, since, status, source }: UsedFigure): TraceNode {
  const label = isFigureName(name) ? FIGURES[name].label : say(name, name);
  return leaf(label, { value, ...(since === null ? {} : { since }), status, source });
}

const parameterNode = ({ value, clause, source }: UsedParameter, label: Words): TraceNode =>
  leaf(label, { value: String(value), clause, source });

const termLabel = (name: string): Words => TERMS_CLAUSES[name as TermsParameter].label;
const settingLabel = (name: string): Words => SETTINGS[name as SettingName].label;
