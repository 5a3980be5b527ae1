/** An authenticator in a few lines: makes passkeys and answers with them, as a device would, and as a dishonest one might. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

/** The little of CBOR that is needed: small integers, byte strings, texts and maps. */
type Cbor = number | string | Buffer | readonly (readonly [Cbor, Cbor])[];

function head(kind: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(kind << 5) | size]);
  return size < 256 ? Buffer.from([(kind << 5) | 24, size]) : Buffer.from([(kind << 5) | 25, size >> 8, size & 255]);
}

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const pairs = value as readonly (readonly [Cbor, Cbor])[];
  return Buffer.concat([head(5, pairs.length), ...pairs.flatMap((pair) => pair.map(cbor))]);
}

export type Asked = { readonly challenge: string; readonly rpId?: string; readonly rp?: { readonly id?: string } };
export type Whim = {
  /** The page it believes it is on. */
  readonly origin?: string;
  readonly host?: string;
  readonly counter?: number;
  /** Whether it made sure of who holds it. */
  readonly verified?: boolean;
};

export type SoftPasskey = {
  readonly id: string;
  readonly register: (options: string, whim?: Whim) => string;
  readonly answer: (options: string, whim?: Whim) => string;
};

export function softPasskey(site = 'http://localhost:3000'): SoftPasskey {
  const credential = randomBytes(32);
  const id = credential.toString('base64url');
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  let counted = 0;

  const clientData = (type: string, { challenge }: Asked, { origin = site }: Whim) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  const authData = (options: Asked, { host, counter, verified = true }: Whim, attested: Buffer) => {
    counted = counter ?? counted + 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counted);
    const flags = 1 | (verified ? 4 : 0) | (attested.length > 0 ? 64 : 0);
    return Buffer.concat([sha256(host ?? options.rpId ?? options.rp?.id ?? ''), Buffer.from([flags]), count, attested]);
  };

  const common = { id, rawId: id, type: 'public-key', clientExtensionResults: {} };
  return {
    id,
    register: (options, whim = {}) => {
      const asked = JSON.parse(options) as Asked;
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, credential.length]), credential, coseOf(publicKey)]);
      const attestation = cbor([
        ['fmt', 'none'],
        ['attStmt', []],
        ['authData', authData(asked, whim, attested)],
      ]);
      const client = clientData('webauthn.create', asked, whim);
      const response = { clientDataJSON: client.toString('base64url'), attestationObject: attestation.toString('base64url') };
      return JSON.stringify({ ...common, response: { ...response, transports: ['internal'] } });
    },
    answer: (options, whim = {}) => {
      const asked = JSON.parse(options) as Asked;
      const client = clientData('webauthn.get', asked, whim);
      const data = authData(asked, whim, Buffer.alloc(0));
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      const parts = { clientDataJSON: client, authenticatorData: data, signature };
      const response = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, bytes.toString('base64url')]));
      return JSON.stringify({ ...common, response });
    },
  };
}

/** COSE: an elliptic curve key for ES256 on P-256. */
function coseOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return cbor([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ]);
}
