/** A port for a product under test. */
import { isFree } from '#platform/postgres/port.server.ts';

/**
 * Free, and below the range the system takes ports of outgoing connections from: while nobody listens on one of those, a
 * client that tries it again and again may be given that very port and reach itself, and then it is taken.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 10_000);
    if (await isFree(port)) return port;
  }
}
