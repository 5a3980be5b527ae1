/** A provider of OpenID Connect on this machine: signs what it is told to, and as dishonestly as it is told to. */
import { createHash, createHmac, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type Someone = { readonly sub: string; readonly email?: string; readonly email_verified?: boolean; readonly name?: string };

/** What it does wrong from now on. */
export type Mischief = {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly alg?: 'RS256' | 'none' | 'HS256';
  /** Signs with a key it does not publish. */
  readonly foreignKey?: boolean;
  /** What it says it is in the address it sends people back to; undefined says the truth, null nothing. */
  readonly iss?: string | null;
  /** Answers that somebody pressed "cancel". */
  readonly cancels?: boolean;
  /** Does not answer where codes are exchanged. */
  readonly breaks?: boolean;
};

type Asked = { readonly nonce: string; readonly challenge: string; readonly returns: string; readonly who: Someone };
type Told = Readonly<Record<string, string>>;

const client = { id: 'plaudit', secret: 'a secret of the tests' };
const b64 = (value: object | Buffer) => (Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))).toString('base64url');

export type OidcProvider = {
  readonly issuer: string;
  readonly settings: { readonly kind: 'oidc'; readonly issuer: string; readonly client: string; readonly secret: string };
  /** Who sits there and signs in. */
  someone: Someone;
  mischief: Mischief;
  /** Goes where a page of ours sends a browser; answers where the browser is sent back to. */
  readonly visit: (address: string) => Promise<URL>;
  readonly close: () => Promise<void>;
};

function jwt(claims: object, { alg = 'RS256' }: Mischief, key: string): string {
  const head = `${b64({ alg, kid: 'one', typ: 'JWT' })}.${b64(claims)}`;
  if (alg === 'none') return `${head}.`;
  // The oldest trick: the public key, which everybody has, taken for a shared secret.
  const signature = alg === 'HS256' ? createHmac('sha256', key).update(head).digest() : sign('sha256', Buffer.from(head), key);
  return `${head}.${b64(signature)}`;
}

export async function openOidcProvider(port = 0): Promise<OidcProvider> {
  const pair = () =>
    generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
  const { publicKey, privateKey } = pair();
  const foreign = pair().privateKey;
  const codes = new Map<string, Asked>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: OidcProvider = {
    issuer,
    settings: { kind: 'oidc', issuer, client: client.id, secret: client.secret },
    someone: { sub: 'somebody' },
    mischief: {},
    visit: async (address) => new URL((await fetch(address, { redirect: 'manual' })).headers.get('location') ?? ''),
    close: () => new Promise((closed) => server.close(() => closed())),
  };

  const say = (response: ServerResponse, status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

  const jwk = { ...createPublicKey(publicKey).export({ format: 'jwk' }), kid: 'one', use: 'sig' };
  const metadata = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    // Says that it may sign badly, so that refusing it is ours to do.
    id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    authorization_response_iss_parameter_supported: true,
    code_challenge_methods_supported: ['S256'],
  };

  function authorize(asked: URLSearchParams, response: ServerResponse): void {
    const told = (name: string) => asked.get(name) ?? '';
    const code = randomBytes(16).toString('base64url');
    codes.set(code, { nonce: told('nonce'), challenge: told('code_challenge'), returns: told('redirect_uri'), who: provider.someone });
    const back = new URL(told('redirect_uri'));
    const { iss = issuer, cancels } = provider.mischief;
    const answered: Told = { ...(cancels ? { error: 'access_denied' } : { code }), state: told('state'), ...(iss !== null && { iss }) };
    for (const [name, value] of Object.entries(answered)) back.searchParams.set(name, value);
    response.writeHead(302, { location: back.href }).end();
  }

  function claimsFor({ nonce, who }: Asked): object {
    const now = Math.floor(Date.now() / 1000);
    return { iss: issuer, aud: client.id, exp: now + 300, iat: now, nonce, ...who, ...provider.mischief.claims };
  }

  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request));
    const asked = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const { mischief } = provider;
    if (mischief.breaks) return void request.socket.destroy();
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const right = asked && asked.challenge === challenge && asked.returns === form.get('redirect_uri');
    if (!asked || !right || form.get('client_secret') !== client.secret) return void say(response, 400, { error: 'invalid_grant' });
    const key = mischief.alg === 'HS256' ? publicKey : mischief.foreignKey ? foreign : privateKey;
    say(response, 200, { access_token: 'none needed', token_type: 'Bearer', id_token: jwt(claimsFor(asked), mischief, key) });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/.well-known/openid-configuration') say(response, 200, metadata);
    else if (url.pathname === '/jwks') say(response, 200, { keys: [jwk] });
    else if (url.pathname === '/authorize') authorize(url.searchParams, response);
    else if (url.pathname === '/token') await exchange(request, response);
    else response.writeHead(404).end();
  }
  return provider;
}
