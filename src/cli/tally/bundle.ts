/** What `--bundle` adds to a tally: fresh secrets, the record, and both bundles as archives. */
import { createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { problem } from '#core/problems/problem.ts';
import type { RecordInput } from '#core/record/bundle/tally-record.ts';
import { mayNameKey, type NoteKey } from '#core/record/note.ts';
import { bundleTally } from '#core/verdict/recounted/bundle-tally.ts';
import { nativeHash } from '#platform/crypto/hash.server.ts';
import { zip } from '#platform/formats/zip.server.ts';
import { wordsFor } from '#words/index.ts';
import type { Output } from './outputs.ts';

const { recount: say } = wordsFor('en');

export type BundleOptions = {
  readonly bundle: string;
  readonly origin: string;
  readonly sign?: string;
  readonly at: Date;
  readonly version: string;
};

function privateKey(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (error) {
    throw problem('recount.signing-key-not-readable', { file, reason: error instanceof Error ? error.message : String(error) });
  }
  throw problem('recount.signing-key-not-readable', { file, reason: 'not Ed25519' });
}

/** The key of a PEM file, under the log's name. */
function signerOf(file: string, name: string): NonNullable<RecordInput['signer']> {
  const secret = privateKey(file);
  const spki = createPublicKey(secret).export({ format: 'der', type: 'spki' });
  const key: NoteKey = { name, kind: 'log', publicKey: new Uint8Array(spki.subarray(-32)) };
  return { key, sign: (message) => new Uint8Array(sign(null, message, secret)) };
}

/** `award.zip` for the auditor, `award.public.zip` beside it for everybody. */
function publicName(file: string): string {
  return /\.zip$/i.test(file) ? file.replace(/\.zip$/i, '.public.zip') : `${file}.public.zip`;
}

/** Records the tally and makes its two archives; the verdict has to be drawn with the seed it answers. */
export function bundleOutputs(
  counted: Pick<RecordInput, 'sources' | 'rules' | 'overrides'>,
  options: BundleOptions,
): { readonly seed: string; readonly outputs: readonly Output[] } {
  const { bundle, origin, at, version } = options;
  if (!mayNameKey(origin)) throw problem('recount.origin-not-a-name', { origin });
  const secrets = { pseudonyms: randomBytes(32), salts: randomBytes(32), seed: randomBytes(32) };
  const signer = options.sign === undefined ? {} : { signer: signerOf(options.sign, origin) };
  const made = bundleTally(
    { ...counted, at: at.toISOString(), origin, secrets, hash: nativeHash, ...signer },
    { software: `plaudit ${version}`, readme: say.readme },
  );
  const archive = (kind: 'auditor' | 'public') => zip([...made.bundles[kind]].map(([name, bytes]) => ({ name, bytes })));
  return {
    seed: made.seed,
    outputs: [
      { file: bundle, content: archive('auditor') },
      { file: publicName(bundle), content: archive('public'), note: say.linked(publicName(bundle), made.linked) },
    ],
  };
}
