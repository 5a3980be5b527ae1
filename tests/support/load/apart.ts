/** Starts the generator in a process of its own and waits for what came of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from '../child.ts';
import type { Plan } from './generator.ts';
import type { Outcome } from './outcome.ts';

const generator = resolve(import.meta.dirname, 'generator.ts');

export async function loadApart(plan: Plan): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-load-'));
  const file = join(folder, 'plan.json');
  writeFileSync(file, JSON.stringify(plan), { mode: 0o600 });
  try {
    const { output, exited } = run(process.execPath, [generator, file]);
    const { code } = await exited;
    const line = output().trim().split('\n').at(-1) ?? '';
    if (code !== 0) throw new Error(`the generator failed:\n${output()}`);
    return JSON.parse(line) as Outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
