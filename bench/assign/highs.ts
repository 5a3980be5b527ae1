/** HiGHS on the same instance, every allowed pair a column: `highs.ts entries judges seed`. Prints cost, CPU milliseconds and peak memory as JSON. */
import loadHighs from 'highs';
import { forbidden } from '#core/assignment/flow/seating.ts';
import { makeInstance } from '#tests/support/assignment/instance.ts';

const [entries = 0, judges = 0, seed = 0] = process.argv.slice(2, 5).map(Number);
const instance = makeInstance(entries, judges, 5, seed);
const before = process.cpuUsage();
const highs = await loadHighs();
const columns = Array.from(instance.price.keys()).filter((pair) => (instance.price[pair] ?? forbidden) < forbidden);
const rows = entries + judges;
const model = highs.createModel({
  numCols: columns.length,
  numRows: rows,
  colCost: Float64Array.from(columns, (pair) => instance.price[pair] ?? 0),
  colLower: new Float64Array(columns.length),
  colUpper: new Float64Array(columns.length).fill(1),
  rowLower: Float64Array.from({ length: rows }, (_, row) => (row < entries ? instance.seats : instance.lower)),
  rowUpper: Float64Array.from({ length: rows }, (_, row) => (row < entries ? instance.seats : instance.upper)),
  matrix: {
    format: 'csc',
    numRows: rows,
    numCols: columns.length,
    starts: Int32Array.from({ length: columns.length + 1 }, (_, at) => 2 * at),
    indices: Int32Array.from(columns.flatMap((pair) => [Math.floor(pair / judges), entries + (pair % judges)])),
    values: new Float64Array(2 * columns.length).fill(1),
  },
});
model.options.set({ output_flag: false, solver: 'simplex' });
model.run();
const cost = Math.round(model.getObjectiveValue());
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ cost, cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS / 1024 }));
