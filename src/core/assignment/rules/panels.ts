/**
 * One panel for a small category: all its entries meet the same judges, so that harshness cancels exactly. A judge who is kept out of
 * one of them is replaced there alone. Whole panels are no network;
 * they are drawn up first, cheapest first and then improved by exchanging judges, and the flow fills the rest around them.
 */
import { lotOf } from '#core/assignment/flow/lots.ts';
import { forbidden, type Seating } from '#core/assignment/flow/seating.ts';
import { faultOf } from './panel-faults.ts';

export type SmallCategory = { readonly category: string; readonly entries: readonly number[] };

type Panel = {
  readonly entries: readonly number[];
  /** By judge, how many of the entries the judge may take. */
  readonly takes: Int32Array;
  /** By judge, the sum of prices over the entries with a trace of their lots; Infinity where the judge cannot take three quarters of them. */
  readonly price: Float64Array;
  /** The first so many were asked for and stay. */
  readonly asked: number;
  readonly judges: number[];
};

/** What it counts when a judge of the panel is kept out of one of its entries, and the seat is filled by somebody else. */
const recusal = 1_500;

/** Lots as a fraction far below 1: they only decide between equal prices, and all sums stay exact. */
const lotShare = 1 / (64 * 1024 * 1024 * 1024);

function panelFor({ price, judges, lots }: Seating, entries: readonly number[], wanted: readonly number[]): Panel {
  const sums = new Float64Array(judges);
  const takes = new Int32Array(judges);
  for (const e of entries) {
    for (let j = 0; j < judges; j += 1) {
      const cell = price[e * judges + j] as number;
      if (cell < forbidden) takes[j] = (takes[j] as number) + 1;
      sums[j] = (sums[j] as number) + (cell < forbidden ? cell : recusal) + lotOf(lots, e, j) * lotShare;
    }
  }
  for (let j = 0; j < judges; j += 1) if ((takes[j] as number) * 4 < entries.length * 3) sums[j] = Infinity;
  const asked = [...new Set(wanted.filter((pair) => entries.includes(Math.floor(pair / judges))).map((pair) => pair % judges))];
  return { entries, takes, price: sums, asked: asked.length, judges: asked };
}

class Board {
  private readonly seating: Seating;
  readonly load: Int32Array;
  private readonly spare: number;

  constructor(seating: Seating, spare: number) {
    this.seating = seating;
    this.load = new Int32Array(seating.judges);
    this.spare = spare;
  }

  sound(panel: Panel, judges: readonly number[]): boolean {
    const { price, judges: count } = this.seating;
    return panel.entries.every((e) => {
      const sitting = judges.filter((j) => (price[e * count + j] as number) < forbidden);
      return faultOf(this.seating, e, sitting) === undefined;
    });
  }

  fits(panel: Panel, j: number, freed = 0): boolean {
    return panel.price[j] !== Infinity && (this.load[j] as number) + (panel.takes[j] as number) - freed <= (this.seating.most[j] as number);
  }

  /** Seats under the least that seats outside these panels cannot make up for; each weighs more than any price. */
  lack(): number {
    let short = 0;
    for (let j = 0; j < this.load.length; j += 1) short += Math.max(0, (this.seating.least[j] as number) - (this.load[j] as number));
    return Math.max(0, short - this.spare) * 100_000;
  }

  add(panel: Panel, j: number, times: 1 | -1): void {
    this.load[j] = (this.load[j] as number) + times * (panel.takes[j] as number);
  }
}

/** The cheapest judges in turn, as long as the panel stays sound; false when it cannot be filled. */
function fill(board: Board, panel: Panel, seats: number): boolean {
  if (panel.judges.length > seats || panel.judges.some((j) => !board.fits(panel, j))) return false;
  const order = Array.from(panel.price.keys()).filter((j) => board.fits(panel, j) && !panel.judges.includes(j));
  order.sort((a, b) => (panel.price[a] as number) - (panel.price[b] as number) || a - b);
  // The last seats decide whether there is a lead: depth first over the cheapest.
  let steps = 2_000;
  const visit = (from: number): boolean => {
    if (panel.judges.length === seats) return board.sound(panel, panel.judges);
    for (let at = from; at < order.length; at += 1) {
      steps -= 1;
      if (steps < 0) return false;
      panel.judges.push(order[at] as number);
      if (visit(at + 1)) return true;
      panel.judges.pop();
    }
    return false;
  };
  if (!visit(0)) return false;
  for (const j of panel.judges) board.add(panel, j, 1);
  return true;
}

/** Puts `j` in place of the judge at `seat` when that pays. */
function replace(board: Board, panel: Panel, seat: number, j: number): boolean {
  const out = panel.judges[seat] as number;
  if (panel.judges.includes(j) || !board.fits(panel, j)) return false;
  const before = board.lack();
  board.add(panel, out, -1);
  board.add(panel, j, 1);
  const gain = (panel.price[out] as number) - (panel.price[j] as number) + before - board.lack();
  if (gain > 0 && board.sound(panel, panel.judges.with(seat, j))) {
    panel.judges[seat] = j;
    return true;
  }
  board.add(panel, out, 1);
  board.add(panel, j, -1);
  return false;
}

/** Exchanges judges of two panels when that pays. */
function exchange(board: Board, a: Panel, seatA: number, b: Panel, seatB: number): boolean {
  const [j, i] = [a.judges[seatA] as number, b.judges[seatB] as number];
  if (a.judges.includes(i) || b.judges.includes(j)) return false;
  if (!board.fits(a, i, b.takes[i]) || !board.fits(b, j, a.takes[j])) return false;
  const before = board.lack();
  const cost = (panel: Panel, judge: number) => panel.price[judge] as number;
  for (const [panel, judge, times] of [
    [a, j, -1],
    [b, i, -1],
    [a, i, 1],
    [b, j, 1],
  ] as const)
    board.add(panel, judge, times); // prettier
  const gain = cost(a, j) + cost(b, i) - cost(a, i) - cost(b, j) + before - board.lack();
  if (gain > 0 && board.sound(a, a.judges.with(seatA, i)) && board.sound(b, b.judges.with(seatB, j))) {
    a.judges[seatA] = i;
    b.judges[seatB] = j;
    return true;
  }
  for (const [panel, judge, times] of [
    [a, j, 1],
    [b, i, 1],
    [a, i, -1],
    [b, j, -1],
  ] as const)
    board.add(panel, judge, times); // prettier
  return false;
}

const passes = 30;

function improve(board: Board, panels: readonly Panel[], judges: number): void {
  for (let pass = 0, moved = true; moved && pass < passes; pass += 1) {
    moved = false;
    for (const [at, panel] of panels.entries()) {
      for (let seat = panel.asked; seat < panel.judges.length; seat += 1) {
        for (let j = 0; j < judges; j += 1) moved = replace(board, panel, seat, j) || moved;
        for (const other of panels.slice(at + 1)) {
          for (let there = other.asked; there < other.judges.length; there += 1)
            moved = exchange(board, panel, seat, other, there) || moved;
        }
      }
    }
  }
}

/**
 * Every entry of a category needs the same number of seats here. Panels for as many of the categories as loads and conflicts allow, largest first. Answers their seats as pairs; a category without
 * any is left to the flow. A judge whose seat on an entry is `wanted` sits on the panel of its category.
 */
export function drawUpPanels(
  seating: Seating,
  categories: readonly SmallCategory[],
  wanted: readonly number[] = [],
): readonly { readonly category: string; readonly seats: readonly number[] }[] {
  const needed = (entries: readonly number[]) => entries.reduce((sum, e) => sum + (seating.need[e] as number), 0);
  const inside = categories.reduce((sum, { entries }) => sum + needed(entries), 0);
  const board = new Board(seating, seating.need.reduce((sum, count) => sum + count, 0) - inside);
  const ordered = [...categories].sort((a, b) => b.entries.length - a.entries.length || (a.category < b.category ? -1 : 1));
  const filled = ordered.flatMap(({ category, entries }) => {
    const panel = panelFor(seating, entries, wanted);
    return fill(board, panel, seating.need[entries[0] ?? 0] as number) ? [{ category, panel }] : [];
  });
  improve(
    board,
    filled.map(({ panel }) => panel),
    seating.judges,
  );
  return filled.map(({ category, panel }) => ({
    category,
    seats: panel.entries
      .flatMap((e) => panel.judges.map((j) => e * seating.judges + j))
      .filter((pair) => (seating.price[pair] as number) < forbidden),
  }));
}
