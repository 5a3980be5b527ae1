/**
 * ClamAV's own daemon with a database of one signature of ours: nothing is downloaded, and nothing harmful lies anywhere. It starts in a
 * tenth of a second, and knows containers and limits as those in use do.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clamav } from '../../../tools/test/packages.ts';
import { run } from '../child.ts';
import { freePort } from '../free-port.ts';

/** What the signature is of. */
export const unwanted = 'Plaudit asks its scanner to find this sentence.';
/** As clamd names it: those that are not ClamAV's own end so. */
export const unwantedName = 'Plaudit.Test.UNOFFICIAL';

export type RealClamd = {
  readonly socket: string;
  readonly address: string;
  /** As a machine that ran out of memory ends it. */
  readonly kill: () => Promise<void>;
};

export async function startRealClamd(folder: string, limit: string): Promise<RealClamd> {
  const [signatures, socket, settings] = [join(folder, 'signatures'), join(folder, 'clamd.socket'), join(folder, 'clamd.conf')];
  const port = await freePort();
  mkdirSync(signatures, { recursive: true });
  writeFileSync(join(signatures, 'plaudit.ndb'), `Plaudit.Test:0:*:${Buffer.from(unwanted).toString('hex')}\n`);
  const lines = [
    `DatabaseDirectory ${signatures}`,
    `TemporaryDirectory ${folder}`,
    `LocalSocket ${socket}`,
    `TCPSocket ${port}`,
    'TCPAddr 127.0.0.1',
    `StreamMaxLength ${limit}`,
    'Foreground yes',
  ];
  writeFileSync(settings, `${lines.join('\n')}\n`);
  const daemon = run(clamav.program, [`--config-file=${settings}`]);
  await daemon.line(/Self checking|Listening daemon/);
  const kill = async () => {
    daemon.child.kill('SIGKILL');
    await daemon.exited;
  };
  return { socket, address: `127.0.0.1:${port}`, kill };
}
