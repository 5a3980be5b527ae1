/** Whether the bytes of a document are what they begin as and nothing else besides: the first thing that is wrong, or undefined. */
import { createInflateRaw } from 'node:zlib';
import { type Packed, zipDirectory } from '../formats/zip-directory.ts';

export type Fault =
  | { readonly code: 'files.damaged' | 'files.two-kinds' | 'files.path-inside' }
  | { readonly code: 'files.unpacks-too-large'; readonly megabytes: number };

const latin = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
const endOfZip = 'PK\u0005\u0006';
/** As a browser might read it that is not told what it is. */
const page = /<(?:!doctype|html|script|svg|iframe|object|embed|body|head)\b/i;

/** Readers look for the beginning in the first kilobyte and for the end in the last, so a second kind hides before or behind. */
export function pdfFault(bytes: Uint8Array): Fault | undefined {
  const [head, tail] = [latin(bytes.subarray(0, 1_024)), latin(bytes.subarray(-65_600))];
  if (!tail.slice(-2_048).includes('%%EOF')) return { code: 'files.damaged' };
  if (tail.includes(endOfZip) || page.test(head)) return { code: 'files.two-kinds' };
  return undefined;
}

const unpackedLimit = 200 * 1024 * 1024;
const mostFiles = 5_000;

function badName(name: string): boolean {
  return name.startsWith('/') || name.includes('\\') || name.split('/').includes('..') || /^[a-z]:/i.test(name);
}

/** An archive says how much is in it and may lie: each part is unpacked into nothing and counted. Undefined where one is damaged. */
async function unpackedBytes(bytes: Uint8Array, files: Iterable<Packed>): Promise<number | undefined> {
  let sum = 0;
  for (const { method, from, length, unpacked } of files) {
    if (method === 0) sum += length;
    else if (method !== 8 || sum + unpacked > unpackedLimit) return method === 8 ? sum + unpacked : undefined;
    else {
      const inflate = createInflateRaw();
      inflate.end(bytes.subarray(from, from + length));
      try {
        for await (const part of inflate as AsyncIterable<Buffer>) {
          sum += part.length;
          if (sum > unpackedLimit) return sum;
        }
      } catch {
        return undefined;
      }
    }
  }
  return sum;
}

export async function docxFault(bytes: Uint8Array): Promise<Fault | undefined> {
  let files: ReturnType<typeof zipDirectory>;
  try {
    files = zipDirectory(bytes);
  } catch {
    return { code: 'files.damaged' };
  }
  const names = [...files.keys()];
  if (names.some(badName)) return { code: 'files.path-inside' };
  if (names.some((name) => /\.(?:zip|docm|exe|dll|js|vbs|bat|jar)$/i.test(name))) return { code: 'files.two-kinds' };
  const unpacked = names.length > mostFiles ? Number.POSITIVE_INFINITY : await unpackedBytes(bytes, files.values());
  if (unpacked === undefined) return { code: 'files.damaged' };
  return unpacked > unpackedLimit ? { code: 'files.unpacks-too-large', megabytes: unpackedLimit / 1024 / 1024 } : undefined;
}
