/** The distribution system operator as data; any DSO takes the product up by giving its own. */
export interface Operator {
  readonly name: string;
  readonly registrationNumber: string;
  readonly vatNumber: string;
  readonly address: string;
  readonly site: string;
  readonly portal: string;
  readonly email: string;
  readonly phone: string;
  readonly account: { readonly iban: string; readonly bic: string; readonly bank: string };
  readonly timeZone: string;
  /** Trader designated for last guaranteed supply (II.4.8). */
  readonly lastGuaranteedSupplyTrader: string;
  /** Prefix of case numbers. */
  readonly casePrefix: string;
}

/** Delivered operator (source: general terms, clauses 0.1 and 16.2; account and trader are set on installation). */
export const SADALES_TIKLS: Operator = {
  name: 'AS "Sadales tīkls"',
  registrationNumber: '40003857687',
  vatNumber: 'LV40003857687',
  address: 'Šmerļa iela 1, Rīga, LV-1160',
  site: 'https://www.sadalestikls.lv',
  portal: 'https://www.e-st.lv',
  email: 'st@sadalestikls.lv',
  phone: '8403 (+371 67727403)',
  account: { iban: 'LV00HABA0000000000000', bic: 'HABALV22', bank: 'AS "Swedbank"' },
  timeZone: 'Europe/Riga',
  lastGuaranteedSupplyTrader: 'AS "Latvenergo"',
  casePrefix: 'P',
};
