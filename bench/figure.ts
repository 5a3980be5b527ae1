/** What a bench finds: a value with what it is of, how often it was measured, how sure it is, and what was promised. */
export type Figure = {
  /** What was measured, as a reader of the figures understands it. */
  readonly name: string;
  readonly value: number;
  readonly unit: 'CPU ms' | 'ms' | 's' | 'kB' | 'ratio' | 'a second' | 'tags' | 'tau' | 'share' | 'requests' | 'MB';
  /** How many requests, starts or files it comes from. */
  readonly n: number;
  /** Standard error of the value over its batches. */
  readonly error?: number;
  /** CPU milliseconds behind a figure that is no time of its own. */
  readonly cpu?: number;
  readonly promise?: { readonly least: number } | { readonly most: number };
};

export type Bench = {
  readonly name: string;
  readonly about: string;
  readonly run: (say: (line: string) => void) => Promise<readonly Figure[]>;
};

export function isKept({ value, promise }: Figure): boolean {
  if (promise === undefined) return true;
  return 'most' in promise ? value <= promise.most : value >= promise.least;
}

/** Mean and standard error of the mean. */
export function meanOf(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1) / values.length) };
}
