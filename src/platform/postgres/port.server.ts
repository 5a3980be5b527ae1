/** The database's port: chosen once and remembered, so that connection strings stay good; another when it is taken. */
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { writeSecretFile } from '../data-folder.server.ts';
import type { Paths } from './cluster.server.ts';

/** Below the range systems hand out for outgoing connections, so that none of those sits on it by chance. */
const lowest = 20_000;
const highest = 32_000;

export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(true)));
  });
}

function rememberedPort(paths: Paths): number | undefined {
  try {
    return Number(readFileSync(paths.port, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The remembered port when it is free, else a new one, remembered from now on. */
export async function choosePort(paths: Paths): Promise<number> {
  const remembered = rememberedPort(paths);
  if (remembered !== undefined && (await isFree(remembered))) return remembered;
  for (;;) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) {
      writeSecretFile(paths.port, `${port}\n`);
      return port;
    }
  }
}
