/**
 * What a new installation is given: the demo, or the link by which its first organiser comes in. Both are programs of
 * their own; the demo says how to sign in, and what it said is kept and shown at every start.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { problem } from '#core/problems/problem.ts';
import type { Config } from '#platform/config.server.ts';
import { makeFolder, writeSecretFile } from '#platform/data-folder.server.ts';
import { type Say, sentences } from '#platform/say.server.ts';

async function linesOf(program: string, env: NodeJS.ProcessEnv): Promise<{ ok: boolean; output: string }> {
  const child = spawn(process.execPath, [program], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  return { ok: code === 0, output };
}

/** Loads the demo into an empty installation, once; resolves with the lines that tell how to sign in. */
export async function ensureDemo(config: Config, env: NodeJS.ProcessEnv, say: Say): Promise<readonly string[]> {
  const program = resolve(import.meta.dirname, 'demo.ts');
  if (!config.demo || !existsSync(program)) return [];
  const kept = resolve(config.dataFolder, 'demo.txt');
  if (!existsSync(kept)) {
    say(sentences.demoLoading);
    const { ok, output } = await linesOf(program, env);
    if (!ok) throw problem('installation.demo-failed');
    makeFolder(config.dataFolder);
    writeSecretFile(kept, output);
  }
  return readFileSync(kept, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** The lines with the one-time link of the first organiser; none once there is one. */
export async function setUpLink(env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const program = resolve(import.meta.dirname, 'set-up.ts');
  if (!existsSync(program)) return [];
  const { output } = await linesOf(program, env);
  return output.split('\n').filter((line) => line !== '');
}
