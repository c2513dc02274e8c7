import { attributableCost } from './attributable-cost.ts';
import { capitalReturnRate } from './capital-return-rate.ts';
import { connectingCostLowVoltage, connectingCostMediumVoltage } from './connecting-cost.ts';
import type { Figure } from './figure.ts';
import { loadUnitPrice, loadUnitPriceZone2, loadUnitPriceZone3 } from './load-unit-price.ts';
import { loadUnitZones } from './load-unit-zones.ts';
import { vatRate } from './vat-rate.ts';
import { worksShareOfLargerConnections } from './works-share-of-larger-connections.ts';

/** The catalogue of figures, by name. An administrator's row of the same name stands above the file. */
export const FIGURES = {
  'vat-rate': vatRate,
  'load-unit-price': loadUnitPrice,
  'load-unit-price-zone-2': loadUnitPriceZone2,
  'load-unit-price-zone-3': loadUnitPriceZone3,
  'load-unit-zones': loadUnitZones,
  'works-share-of-larger-connections': worksShareOfLargerConnections,
  'attributable-cost': attributableCost,
  'capital-return-rate': capitalReturnRate,
  'connecting-cost-low-voltage': connectingCostLowVoltage,
  'connecting-cost-medium-voltage': connectingCostMediumVoltage,
} as const satisfies Record<string, Figure>;

export type FigureName = keyof typeof FIGURES;

export const isFigureName = (name: string): name is FigureName => Object.hasOwn(FIGURES, name);
