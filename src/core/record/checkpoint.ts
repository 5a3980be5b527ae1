import { decodeBase64, encodeBase64 } from './base64.ts';

/**
 * A head of the log, c2sp.org/tlog-checkpoint: the log's name, how many leaves it has, and the root over them. `extension` holds the
 * lines after these, such as what happened at this point of the award (`plaudit closing`).
 */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly extension: readonly string[];
};

/** The text that is signed: origin, size, base64 root, then the extension lines, each ended by a line break. */
export function checkpointText({ origin, size, root, extension }: Checkpoint): string {
  return [origin, String(size), encodeBase64(root), ...extension].map((line) => `${line}\n`).join('');
}

/** Reads what `checkpointText` writes; undefined for anything else, a size with leading zeros included. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  if (!text.endsWith('\n')) return undefined;
  const [origin = '', size = '', root64 = '', ...extension] = text.slice(0, -1).split('\n');
  const root = decodeBase64(root64);
  if (origin === '' || !/^(0|[1-9]\d{0,14})$/.test(size) || root?.length !== 32) return undefined;
  if (extension.some((line) => line === '')) return undefined;
  return { origin, size: Number(size), root, extension };
}
