/** ISO 4217 (amendment 177): currencies whose minor unit is not a hundredth. */
const digits: Readonly<Record<string, number>> = Object.fromEntries([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].map((code) => [
    code,
    0,
  ]),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3]),
  ...['CLF', 'UYW'].map((code) => [code, 4]),
]);

/** How many decimals an amount of a currency has. */
function minorDigits(currency: string): number {
  return (Object.hasOwn(digits, currency) ? digits[currency] : undefined) ?? 2;
}

/** An amount as people write it (`1234.5`), in minor units; undefined where it has more decimals than the currency, or is no number. */
export function inMinorUnits(written: string, currency: string): number | undefined {
  const [, sign, whole = '', decimals = ''] = /^([+-]?)(\d{1,13})(?:\.(\d*))?$/.exec(written.trim()) ?? [];
  const most = minorDigits(currency);
  // Noughts beyond the minor unit say nothing.
  if (sign === undefined || /[^0]/.test(decimals.slice(most))) return undefined;
  const minor = Number(`${whole}${decimals.slice(0, most).padEnd(most, '0')}`);
  return Number.isSafeInteger(minor) ? (sign === '-' && minor > 0 ? -minor : minor) : undefined;
}

/** An amount in minor units as people write it, without its currency. */
export function inMajorUnits(minor: number, currency: string): string {
  const most = minorDigits(currency);
  const figures = String(Math.abs(minor)).padStart(most + 1, '0');
  const whole = figures.slice(0, figures.length - most);
  const decimals = most === 0 ? '' : `.${figures.slice(-most)}`;
  return `${minor < 0 ? '-' : ''}${whole}${decimals}`;
}
