import { problem } from '#core/problems/problem.ts';
import type { BundleFiles } from '#core/record/bundle/files.ts';
import { crc32, type Packed, zipDirectory } from '#platform/formats/zip-directory.ts';

/** What a bundle may unpack to, in bytes; the command line stops there too. */
const largest = 500_000_000;

type Budget = { left: number };

async function inflate(packed: Uint8Array<ArrayBuffer>, budget: Budget, refuse: () => Error): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > budget.left) {
      await reader.cancel();
      throw refuse();
    }
    parts.push(value);
  }
  const all = new Uint8Array(length);
  parts.reduce((at, part) => {
    all.set(part, at);
    return at + part.length;
  }, 0);
  return all;
}

async function unpack(file: string, bytes: Uint8Array<ArrayBuffer>, place: Packed, budget: Budget): Promise<Uint8Array> {
  const packed = bytes.subarray(place.from, place.from + place.length);
  const tooLarge = () => problem('recount.too-large', { file, megabytes: largest / 1_000_000 });
  const broken = () => problem('recount.not-a-bundle', { file });
  let content: Uint8Array = packed;
  if (place.method === 8) {
    content = await inflate(packed, budget, tooLarge).catch((error: unknown) => {
      throw error instanceof TypeError ? broken() : error;
    });
  } else if (place.method !== 0) throw broken();
  budget.left -= content.length;
  if (budget.left < 0) throw tooLarge();
  if (crc32(content) !== place.crc) throw broken();
  return content;
}

/** The files of a bundle, unpacked by the browser, folders left out; refused as the command line refuses. */
export async function unzip(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<BundleFiles> {
  let directory: ReadonlyMap<string, Packed>;
  try {
    directory = zipDirectory(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw problem('recount.not-a-bundle', { file });
    throw error;
  }
  const budget = { left: largest };
  const files = new Map<string, Uint8Array>();
  for (const [name, place] of directory) if (!name.endsWith('/')) files.set(name, await unpack(file, bytes, place, budget));
  return files;
}
