// The currencies that money can be asked for in, with their decimals, by ISO 4217: "List One" as of 2026-01-01
// (six-group.com, currency codes). Not what Intl lists: that has historic codes too, and follows custom in decimals.
// Left out: funds codes (BOV CHE CHW CLF COU MXV USN UYI UYW), metals, XAD, XBA to XBD, XDR, XSU, XUA, XTS and XXX.

const each = (digits: number, codes: string) => codes.split(' ').map((code) => [code, digits] as const);

const currencies: ReadonlyMap<string, number> = new Map([
  ...each(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'),
  ...each(
    2,
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF',
  ),
  ...each(
    2,
    'CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL',
  ),
  ...each(
    2,
    'HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT',
  ),
  ...each(
    2,
    'MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB',
  ),
  ...each(
    2,
    'SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH',
  ),
  ...each(2, 'USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG'),
  ...each(3, 'BHD IQD JOD KWD LYD OMR TND'),
]);

export const currencyCodes: readonly string[] = [...currencies.keys()].sort();

export const isCurrency = (code: string): boolean => currencies.has(code);

/** The decimals of a currency: its minor unit is 10^-digits of it. */
export const digitsOf = (code: string): number => currencies.get(code) ?? 2;
