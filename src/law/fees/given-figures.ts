import type { FigureName } from '../parameters/index.ts';
import type { Asked } from './asked.ts';
import type { FeeLaw, UsedFigure } from './fee-law.ts';
import type { Price } from './price.ts';

/** Figures that stood in the request. One that is the figure in force anyway is shown with its own day and source; any
 *  other took its place. */
export function givenFigures(
  { request, deferral, loadUnitPrice }: Asked,
  { regimes }: Price,
  law: FeeLaw,
): UsedFigure[] {
  const isPricedByLoadUnit = regimes.some(({ lines }) =>
    lines.some(({ component }) => component === 'loadUnit'),
  );
  const isFinanced = regimes.some(({ financing }) => financing !== undefined);
  const given: UsedFigure[] = [];
  const use = (name: FigureName, value: string | undefined, isUsed: boolean): void => {
    if (!isUsed || value === undefined) return;
    const inForce = law.figure(name);
    given.push(
      inForce?.value === value
        ? inForce
        : { name, value, since: null, status: 'given', source: 'the request' },
    );
  };
  use('load-unit-price', loadUnitPrice, isPricedByLoadUnit);
  use('capital-return-rate', deferral?.annualRate, isFinanced);
  use('vat-rate', request.vatRate, true);
  return given;
}
