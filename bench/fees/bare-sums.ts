import type { FeeAmounts } from '../../src/law/fees/quote.ts';
import type { QuoteRequest } from '../../src/law/fees/request.ts';

/** The same sums as the engine in bare bigint cents, with limits written into the code and nothing checked, dated or
 *  explained: what the arithmetic alone costs. It knows the delivered readings and no deferral. */
export function bareSums(request: QuoteRequest): FeeAmounts {
  const { connection, costs = {} } = request;
  const ampere = hundredths(connection.ampere);
  const volt = hundredths(connection.volt);
  const isSmall = ampere <= 100_00n && volt <= 400_00n;
  const isNear = isSmall && hundredths(connection.distanceM ?? '1000') <= 50_00n;
  const works = isNear ? cents(costs.loadUnit) : cents(costs.construction);
  const whole =
    (request.operatorOrganisesDesign ? cents(costs.design) : 0n) +
    (request.supplyInterruptedOrLoadReduced ? cents(costs.capacityMaintenance) : 0n) +
    cents(costs.connecting);
  const fee18 = works + whole;
  const share18 = (isSmall ? halfUp(works, 2n) : works) + whole;
  const rules = request.technicalRules;
  const concludedOn = request.concludedOn ?? '';
  if (!rules || rules.issuedOn > '2021-06-30' || concludedOn > rules.validUntil)
    return sums('1/8', fee18, share18);
  const fee17 = cents(costs.attributable) + cents(costs.actual);
  const share17 = isSmall && !connection.customerChoseContractor ? halfUp(fee17, 2n) : fee17;
  return share17 < share18 ? sums('1/7', fee17, share17) : sums('1/8', fee18, share18);
}

function sums(regimeApplied: '1/8' | '1/7', fee: bigint, share: bigint): FeeAmounts {
  const vat = halfUp(share * 21n, 100n);
  return {
    regimeApplied,
    connectionFeeNet: text(fee),
    operatorShareNet: text(fee - share),
    customerShareNet: text(share),
    vat: text(vat),
    customerGross: text(share + vat),
  };
}

const cents = (amount = '0.00'): bigint => BigInt(amount.slice(0, -3) + amount.slice(-2));
const halfUp = (value: bigint, divisor: bigint): bigint => (2n * value + divisor) / (2n * divisor);

function hundredths(value: string): bigint {
  const [whole = '', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(2, '0'));
}

function text(value: bigint): string {
  const digits = value.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
