/** How many transactions a second the bare server manages, with nothing of ours around the statements. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Debian's package postgresql-15 brings it. */
const program = '/usr/lib/postgresql/15/bin/pgbench';

export const hasPgbench = (): boolean => existsSync(program);

/** Each script by one connection of its own, all at once, for so many seconds. */
export async function transactionsPerSecond(database: URL, scripts: readonly string[], seconds: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-bench-'));
  const { hostname, port, username, password, pathname } = database;
  const env = { ...process.env, PGPASSWORD: decodeURIComponent(password) };
  const one = async (script: string, i: number): Promise<number> => {
    const file = join(folder, `${i}.sql`);
    writeFileSync(file, script);
    const whom = ['-h', hostname, '-p', port, '-U', decodeURIComponent(username)];
    const { stdout, stderr } = await run(program, ['-n', '-c', '1', '-T', String(seconds), '-f', file, ...whom, pathname.slice(1)], {
      env,
    });
    const tps = /^tps = ([\d.]+)/m.exec(stdout)?.[1];
    if (tps === undefined || /ERROR/.test(stderr)) throw new Error(`pgbench failed:\n${stdout}\n${stderr}\n${script}`);
    return Number(tps);
  };
  try {
    return (await Promise.all(scripts.map(one))).reduce((sum, tps) => sum + tps, 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
