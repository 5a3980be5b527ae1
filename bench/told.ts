/** A figure as a line is written: value, what it is of, and what was promised. */
import type { Figure } from './figure.ts';

const digits = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1));

/** A thousandth of tau or of a share is worth telling; a tiny difference is told by its size. */
function written(value: number, unit: Figure['unit']): string {
  if (unit === 'tau' || unit === 'share') return value.toFixed(3);
  return value !== 0 && Math.abs(value) < 0.005 ? value.toExponential(1) : digits(value);
}

/** `2.31 ± 0.04 CPU ms`. */
export function amountOf({ value, error, unit }: Figure): string {
  return `${written(value, unit)}${error === undefined ? '' : ` ± ${written(error, unit)}`} ${unit}`;
}

/** CPU time as a multiple of the fixed unit of work; undefined for what is no work. */
export function multipleOf({ value, unit, cpu }: Figure, unitOfWork: number): string | undefined {
  const spent = unit === 'CPU ms' ? value : cpu;
  return spent === undefined ? undefined : String(Number((spent / unitOfWork).toPrecision(2)));
}

export function promiseOf({ promise, unit }: Figure): string | undefined {
  if (promise === undefined) return undefined;
  return 'most' in promise ? `at most ${promise.most} ${unit}` : `at least ${promise.least} ${unit}`;
}

export function told(figure: Figure, unitOfWork: number): string {
  const cpu = figure.cpu === undefined ? '' : `, ${Math.round(figure.cpu)} CPU ms`;
  const multiple = multipleOf(figure, unitOfWork);
  const promise = promiseOf(figure);
  const parts = [`${amountOf(figure)}${cpu}`, multiple && `${multiple} units`, `n ${figure.n}`, promise && `promised ${promise}`];
  return `${figure.name}: ${parts.filter(Boolean).join('; ')}`;
}
