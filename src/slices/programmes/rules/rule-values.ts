/** One rule as the fields of its form, and back. Read by the browser too, for the sentence beside what is being written. */
import { saidIn } from '#core/categories/editing.ts';
import type { LocalText } from '#core/languages/local-text.ts';
import { conditionFrom, type Row, type Rows, rowsOf } from '#core/rules/editing.ts';
import type { FactType } from '#core/rules/facts.ts';
import type { Condition, Rule } from '#core/rules/shape.ts';

export type Values = Readonly<Record<string, string>>;
export type TypeOf = (fact: string) => FactType | undefined;

/** The conditions of a rule: under which it is asked at all, and what then has to hold. */
export const sides = ['when', 'needs'] as const;
type Side = (typeof sides)[number];

/** Rows a form has beyond those there are, and at least. */
const spare = { when: 1, needs: 2 } as const;
/** As many as a condition may hold. */
const most = 100;

export const fieldsOfRow = ['fact', 'test', 'value', 'not', 'proved'] as const;

const rowValues = (side: Side, { join, rows }: Rows): Record<string, string> => ({
  [`${side}.join`]: join,
  [`${side}.rows`]: String(rows.length + spare[side]),
  ...Object.fromEntries(
    rows.flatMap(({ fact, test, value, not, proved }, at) => [
      [`${side}.${at}.fact`, fact],
      [`${side}.${at}.test`, test],
      [`${side}.${at}.value`, value],
      [`${side}.${at}.not`, not ? 'on' : ''],
      [`${side}.${at}.proved`, proved ? 'on' : ''],
    ]),
  ),
});

const none: Rows = { join: 'all', rows: [] };

function said(text: LocalText | undefined, main: string): string {
  if (text === undefined) return '';
  return typeof text === 'string' ? text : (text[main] ?? '');
}

const sideRows = (condition: Condition | undefined): Rows | undefined => (condition === undefined ? none : rowsOf(condition));

/** Undefined where conditions stand in each other: such a rule has no form. */
export function valuesOf(rule: Rule, main: string): Values | undefined {
  const [when, needs] = [sideRows(rule.when), sideRows(rule.needs)];
  if (!when || !needs) return undefined;
  const { decides, stage } = rule;
  return {
    decides,
    stage,
    name: said(rule.name, main),
    says: said(rule.says, main),
    ...rowValues('when', when),
    ...rowValues('needs', needs),
  };
}

/** A rule nobody has written yet. */
export const blankValues: Values = {
  decides: 'eligible',
  stage: 'submit',
  name: '',
  says: '',
  ...rowValues('when', none),
  ...rowValues('needs', none),
};

export const rowCount = (values: Values, side: Side): number =>
  Math.min(most, Math.max(1, Number.parseInt(values[`${side}.rows`] ?? '', 10) || 1));

export function rowsIn(values: Values, side: Side): Rows {
  const field = (at: number, name: string) => values[`${side}.${at}.${name}`] ?? '';
  const rows = Array.from({ length: rowCount(values, side) }, (_, at): Row => {
    return {
      fact: field(at, 'fact'),
      test: field(at, 'test'),
      value: field(at, 'value'),
      not: field(at, 'not') !== '',
      proved: field(at, 'proved') !== '',
    };
  });
  return { join: values[`${side}.join`] === 'any' ? 'any' : 'all', rows };
}

/** What a form made of a rule; the shape says whether it can be. Texts in other languages stay. */
export function ruleFrom(
  values: Values,
  was: Pick<Rule, 'name' | 'says'> | undefined,
  main: string,
  typeOf: TypeOf,
): Readonly<Record<string, unknown>> {
  const text = (name: 'name' | 'says') => saidIn(was?.[name], main, (values[name] ?? '').trim());
  const [name, says] = [text('name'), text('says')];
  const [when, needs] = sides.map((side) => conditionFrom(rowsIn(values, side), typeOf));
  return {
    ...(name !== undefined && { name }),
    decides: values.decides ?? '',
    stage: values.stage ?? '',
    ...(when !== undefined && { when }),
    ...(needs !== undefined && { needs }),
    ...(says !== undefined && { says }),
  };
}
