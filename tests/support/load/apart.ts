/** Starts the generator in a process of its own and waits for what came of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from '../child.ts';
import type { Plan } from './generator.ts';
import type { Mix, MixOutcome } from './mix/streams.ts';
import type { Outcome } from './outcome.ts';

async function sendApart<Came>(generator: string, plan: object): Promise<Came> {
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-load-'));
  const file = join(folder, 'plan.json');
  writeFileSync(file, JSON.stringify(plan), { mode: 0o600 });
  try {
    const { output, exited } = run(process.execPath, [resolve(import.meta.dirname, generator), file]);
    const { code } = await exited;
    const line = output().trim().split('\n').at(-1) ?? '';
    if (code !== 0) throw new Error(`the generator failed:\n${output()}`);
    return JSON.parse(line) as Came;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const loadApart = (plan: Plan): Promise<Outcome> => sendApart('generator.ts', plan);
export const mixApart = (mix: Mix): Promise<MixOutcome> => sendApart('mix/generator.ts', mix);
