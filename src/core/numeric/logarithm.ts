/**
 * Natural logarithm and exponential by + − × ÷ alone, in a fixed order, so that every machine gets the same bits. Both are within a few
 * units in the last place of the true value. (In 100,000 arguments each, two common libraries differed in the last bit of 5 % of
 * logarithms and 10 % of exponentials; square roots never differ.)
 */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const ln2 = Math.LN2;

/** x as mantissa × 2^exponent with √½ ≤ mantissa < √2, exactly: only doublings and halvings of a double above 2⁻¹⁰²². */
function split(x: number): { mantissa: number; exponent: number } {
  let mantissa = x;
  let exponent = 0;
  for (; mantissa >= 4294967296; exponent += 32) mantissa /= 4294967296;
  for (; mantissa < 2.3283064365386963e-10; exponent -= 32) mantissa *= 4294967296;
  for (; mantissa >= Math.SQRT2; exponent += 1) mantissa /= 2;
  for (; mantissa < Math.SQRT1_2; exponent -= 1) mantissa *= 2;
  return { mantissa, exponent };
}

/** ln x = e·ln 2 + 2·artanh((m − 1)/(m + 1)) with x = m·2^e. −∞ at 0, NaN below. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  const { mantissa, exponent } = split(x);
  const s = (mantissa - 1) / (mantissa + 1);
  const q = s * s;
  // |s| ≤ 0.1716, so that the twelfth term is below 2⁻⁵⁴ of the first.
  let sum = 0;
  for (let k = 25; k >= 3; k -= 2) sum = (sum + 1 / k) * q;
  return exponent * ln2High + (2 * s + (2 * s * sum + exponent * ln2Low));
}

function powerOfTwo(exponent: number): number {
  let value = 1;
  const step = exponent < 0 ? 0.5 : 2;
  for (let i = Math.abs(exponent); i > 0; i -= 1) value *= step;
  return value;
}

/** e^x = 2^k · e^r with |r| ≤ ½ ln 2 and Taylor's series for e^r. 0 and ∞ where a double ends. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.2) return 0;
  const k = Math.round(x / ln2);
  const r = x - k * ln2High - k * ln2Low;
  let sum = 1;
  for (let i = 15; i >= 1; i -= 1) sum = 1 + (sum * r) / i;
  // In two steps, for 2^1024 is no double but e^709.7 is.
  const half = Math.trunc(k / 2);
  return sum * powerOfTwo(half) * powerOfTwo(k - half);
}
