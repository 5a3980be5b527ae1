import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newToken } from '#platform/tokens.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signInForTests } from '#tests/support/people/authenticator.ts';
import { type Asked, readRequest, samlAnswer, samlSettings, type Whims, wrapped, wrappings } from '#tests/support/people/saml-provider.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { foundedWorld } from '#tests/support/season.ts';
import { comeBack, configureProviders, configureSignIn, departure, metadataOf, readAnswer, setOff } from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const visitor = () => world.asVisitor();

beforeAll(() => {
  configureSignIn(signInForTests);
  configureProviders([
    { ...samlSettings, certificates: [...samlSettings.certificates], id: 'hall', name: 'The Hall', domains: ['valewick.example'] },
  ]);
});
afterAll(() => configureProviders([]));

async function asked() {
  const way = { state: newToken(), browser: newToken() };
  await setOff(visitor(), { provider: 'hall', to: '/home', ...way });
  const { address } = await departure(visitor(), way.state, way.browser);
  return { way, request: readRequest(address) };
}

type Way = Awaited<ReturnType<typeof asked>>['way'];

async function handOver(way: Way, form: string) {
  const came = { provider: 'hall', search: new URLSearchParams(), form, relay: way.state };
  const identity = await readAnswer(visitor(), came, way.browser);
  return { identity, ...(await comeBack(visitor(), { ...way, identity, session: newToken() })) };
}

async function signInWith(whims: Whims | ((request: Asked) => Whims) = {}) {
  const { way, request } = await asked();
  return handOver(way, samlAnswer(request, typeof whims === 'function' ? whims(request) : whims));
}

const written = async () => {
  const { rows } = await database.owner.pool.query<{ n: string }>(
    `select (select count(*) from directory.people) || ' ' || (select count(*) from directory.sessions) || ' '
         || (select count(*) from directory.identities) || ' ' || (select count(*) from directory.provider_visits where used_at is not null) as n`,
  );
  return rows[0]?.n;
};

describe('a signed assertion', () => {
  it('that answers our request signs in, and the same name opens the same account again', async () => {
    const first = await signInWith();
    expect(first).toMatchObject({
      identity: { issuer: samlSettings.entity, subject: 'orla', email: 'orla@valewick.example', name: 'Orla Tennant' },
      waiting: false,
    });
    expect(await signInWith({ email: 'married@valewick.example' })).toMatchObject({ person: first.person });
  });

  it('tells no account by an address the provider was not named for', async () => {
    expect(await refusalCode(signInWith({ name: 'elsewhere', email: 'somebody@aldersea.example' }))).toBe('people.provider-not-connected');
  });

  it.each<[string, number, string]>([
    ['within a minute of its end, as clocks differ', -0.9, 'done'],
    ['a minute after its end', -1, 'people.provider-answer-invalid'],
  ])('%s is taken as that', async (_when, until, outcome) => {
    const tried = signInWith({ until, from: -5 });
    expect(outcome === 'done' ? await tried.then(() => 'done') : await refusalCode(tried)).toBe(outcome);
  });
});

const noted = '<!-- -->';
const entity = '<!DOCTYPE Response [<!ENTITY who "administrator">]>';
const outside = '<!DOCTYPE Response [<!ENTITY who SYSTEM "file:///etc/passwd">]>';
const laughs = `<!DOCTYPE Response [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>`;

describe('an answer that does not hold', () => {
  it.each<[string, Whims, string]>([
    ['that nobody signed', { signed: 'not at all' }, 'signature'],
    ['signed by somebody else', { signed: 'by another' }, 'signature'],
    ['signed in SHA-1', { signed: 'in SHA-1' }, 'algorithm'],
    ['changed after it was signed', { after: (text) => text.replace('>orla<', '>boss<') }, 'signature'],
    ['for another audience', { audience: 'https://evil.example' }, 'audience'],
    ['of another issuer', { issuer: 'https://evil.example' }, 'issuer'],
    ['that is over', { until: -10, from: -20 }, 'expired'],
    ['that is not valid yet', { from: 10, until: 20 }, 'expired'],
    ['to be shown somewhere else', { recipient: 'https://evil.example/acs' }, 'recipient'],
    ['sent somewhere else', { destination: 'https://evil.example/acs' }, 'recipient'],
    ['to a request of somebody else', { inResponseTo: '_another' }, 'request'],
    ['that nobody asked for', { inResponseTo: null }, 'request'],
    [
      'whose answer says it was not asked for',
      { after: (text) => text.replace(/(<samlp:Response[^>]*) InResponseTo="[^"]*"/, '$1') },
      'request',
    ],
    ['with a name that is another each time', { format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' }, 'subject'],
    ['about nobody', { name: '' }, 'subject'],
    ['with a comment in the name before it was signed', { name: `orla${noted}.evil` }, 'document'],
    ['with a comment in the name after it was signed', { after: (text) => text.replace('>orla<', `>or${noted}la<`) }, 'document'],
    ['with an entity', { after: (text) => entity + text.replace('>orla<', '>&who;<') }, 'document'],
    ['with an entity from outside', { after: (text) => outside + text.replace('>orla<', '>&who;<') }, 'document'],
    ['with entities upon entities', { after: (text) => laughs + text.replace('>orla<', '>&c;<') }, 'document'],
    ['with a character section', { after: (text) => text.replace('>orla<', '><![CDATA[orla]]><') }, 'document'],
    [
      'with one id twice',
      { after: (text) => text.replace(/(<samlp:Status)>/, `$1 ID="${/<saml:Assertion[^>]* ID="([^"]+)"/.exec(text)?.[1]}">`) },
      'document',
    ],
    ['that is no document', { after: () => 'orla' }, 'document'],
  ])('%s is refused, and nothing is written', async (_what, whims, reason) => {
    const before = await written();
    expect(await refusal(signInWith(whims))).toMatchObject({
      code: 'people.provider-answer-invalid',
      facts: { provider: 'The Hall', reason },
    });
    expect(await written()).toBe(before);
  });

  it.each(Object.entries(wrappings))('that hides %s is refused, and nothing is written', async (_what, wrap) => {
    const before = await written();
    expect(await refusal(signInWith((request) => ({ after: wrapped(request, wrap) })))).toMatchObject({
      code: 'people.provider-answer-invalid',
    });
    expect(await written()).toBe(before);
  });

  it('is one that was taken before, at this visit or at another', async () => {
    const { way, request } = await asked();
    const answer = samlAnswer(request);
    await handOver(way, answer);
    expect(await refusalCode(handOver(way, answer))).toBe('people.visit-over');
    const other = await asked();
    expect(await refusal(handOver(other.way, answer))).toMatchObject({ facts: { reason: 'request' } });
  });

  it('is one that comes back in another browser, or longer than such answers are', async () => {
    const { way, request } = await asked();
    expect(await refusalCode(handOver({ ...way, browser: newToken() }, samlAnswer(request)))).toBe('people.visit-over');
    expect(await refusal(handOver(way, 'A'.repeat(200_001)))).toMatchObject({ facts: { reason: 'unreadable' } });
  });
});

it('the page for providers says who we are, where answers go, and that assertions have to be signed', async () => {
  const metadata = await metadataOf('hall');
  expect(metadata).toContain('entityID="http://localhost:3000/sign-in/saml/hall"');
  expect(metadata).toContain('Location="http://localhost:3000/sign-in/from/hall"');
  expect(metadata).toContain('WantAssertionsSigned="true"');
});
