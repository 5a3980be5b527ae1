/** Recount bundles of the example season as files, and what a forger makes of them. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import type { BundleFiles } from '#core/record/bundle/files.ts';
import { canonicalJson } from '#core/record/canonical.ts';
import { openZip, zip } from '#platform/formats/zip.server.ts';
import { writeAll } from '../../../src/cli/tally/outputs.ts';
import { tallyFiles } from '../../../src/cli/tally/run.ts';

const examples = resolve(import.meta.dirname, '../../../docs/examples');

type Files = ReadonlyMap<string, string>;

export type Bundles = { readonly auditor: string; readonly public: string; readonly pem: string; readonly key: string };

/** Both bundles of the example season in a folder, signed by a new key. */
export async function makeBundles(folder: string, { signed = true }: { readonly signed?: boolean } = {}): Promise<Bundles> {
  const pem = join(folder, 'key.pem');
  writeFileSync(pem, generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }));
  const auditor = join(folder, 'award.zip');
  const [ballots, rules] = [join(examples, 'ballots.csv'), join(examples, 'rules.yaml')];
  const options = { ballots: [ballots], rules, bundle: auditor, origin: 'lantern.example/2027', ...(signed && { sign: pem }) };
  const tallied = await tallyFiles(options);
  if (!tallied.ok) throw new Error(JSON.stringify(tallied.refusals));
  const written = writeAll(tallied.value.bundles);
  if (!written.ok) throw new Error(JSON.stringify(written.refusals));
  const key = readFiles(auditor).get('keys.txt')?.trim() ?? '';
  return { auditor, public: join(folder, 'award.public.zip'), pem, key };
}

export function readFiles(file: string): Files {
  const archive = openZip(file, readFileSync(file), 100_000_000);
  return new Map(archive.names.map((name) => [name, String(archive.read(name))]));
}

export function writeFiles(file: string, files: Files): string {
  writeFileSync(file, zip([...files].map(([name, text]) => ({ name, bytes: Buffer.from(text) }))));
  return file;
}

/** The files of a bundle as its archive. */
export function asBundleFile(file: string, files: BundleFiles): string {
  const decoder = new TextDecoder();
  return writeFiles(file, new Map([...files].map(([name, bytes]) => [name, decoder.decode(bytes)])));
}

/** The bundle with one file changed and listed with its new hash, zipped again, as a forger who knows the format would. */
export function forge(from: string, to: string, name: string, change: (text: string) => string): string {
  const files = readFiles(from);
  const text = change(files.get(name) ?? '');
  const manifest = JSON.parse(files.get('manifest.json') ?? '') as { files: Record<string, string> };
  manifest.files[name] = createHash('sha256').update(text).digest('hex');
  return writeFiles(to, new Map([...files, [name, text], ['manifest.json', canonicalJson(manifest)]]));
}

/** The first ballot's mark for a criterion made another. */
export function flipped(ballots: string, criterion = 'empathy'): string {
  return ballots.replace(new RegExp(`"${criterion}":"(\\d+)"`), (_, mark: string) => `"${criterion}":"${mark === '9' ? '8' : '9'}"`);
}

/** An archive of one file of zeros, small in itself, that unpacks to so many megabytes. */
export function bomb(megabytes: number): Buffer {
  const million = deflateRawSync(new Uint8Array(1_000_000), { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([...Array.from({ length: megabytes }, () => million), deflateRawSync(new Uint8Array(0))]);
  const whole = zip([{ name: 'zeros', bytes: new Uint8Array(0) }]);
  const [local, directory] = [whole.subarray(0, 35), whole.subarray(whole.indexOf('PK\x01\x02'))];
  directory.writeUInt32LE(packed.length, 20);
  directory.writeUInt32LE(local.length + packed.length, directory.length - 6);
  return Buffer.concat([local, packed, directory]);
}
