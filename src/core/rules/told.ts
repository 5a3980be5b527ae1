import { type FactTest, type Operator, operators } from './shape.ts';

type Operand<Op extends Operator> = Extract<FactTest, Readonly<Record<Op, unknown>>>[Op];

/** A test of a fact, taken apart: what is asked of which fact. */
export type Told = {
  readonly [Op in Operator]: {
    readonly operator: Op;
    readonly needed: Operand<Op>;
    readonly fact: string;
    readonly on?: string | undefined;
    readonly proved: boolean;
  };
}[Operator];

/** Takes a test apart; its shape sees to it that there is one operator. */
export function told(test: FactTest): Told {
  const operator = operators.find((each) => each in test) ?? 'given';
  const needed = (test as Readonly<Record<string, unknown>>)[operator];
  return { operator, needed, fact: test.fact, on: test.on, proved: test.proved === true } as Told;
}
