/** A SAML provider: reads what it is asked, answers with real signed assertions, and with forged ones when it is told to. */
import { randomBytes } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
// What the library signs its own messages with.
import { signXml } from '@node-saml/node-saml/lib/xml.js';
import { certified } from './certificate.ts';

const samlEntity = 'https://login.valewick.example/saml';
const keys = certified();
const foreign = certified();

export const samlSettings = {
  kind: 'saml',
  entity: samlEntity,
  address: 'https://login.valewick.example/sso',
  certificates: [keys.certificate],
} as const;

export type Whims = {
  readonly name?: string;
  readonly format?: string;
  readonly email?: string;
  readonly issuer?: string;
  readonly audience?: string;
  readonly recipient?: string;
  readonly destination?: string;
  /** Minutes from now. */
  readonly until?: number;
  readonly from?: number;
  readonly inResponseTo?: string | null;
  readonly signed?: 'by us' | 'by another' | 'in SHA-1' | 'not at all';
  /** The last word on the assertion before it is signed, and on the whole answer after. */
  readonly before?: (assertion: string) => string;
  readonly after?: (answer: string) => string;
};

export type Asked = { readonly request: string; readonly returns: string; readonly audience: string; readonly relay: string };

const attributeOf = (xml: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(xml)?.[1] ?? '';

/** What a page of ours sends with a browser that comes here. */
export function readRequest(address: string): Asked {
  const { searchParams } = new URL(address);
  const xml = inflateRawSync(Buffer.from(searchParams.get('SAMLRequest') ?? '', 'base64')).toString();
  return {
    request: attributeOf(xml, 'ID'),
    returns: attributeOf(xml, 'AssertionConsumerServiceURL'),
    audience: /<saml:Issuer[^>]*>([^<]*)</.exec(xml)?.[1] ?? '',
    relay: searchParams.get('RelayState') ?? '',
  };
}

const saml = 'xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"';
const samlp = 'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"';
const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';
const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const newId = () => `_${randomBytes(8).toString('hex')}`;

function assertionFor(asked: Asked, whims: Whims = {}): string {
  const { name = 'orla', format = persistent, email = 'orla@valewick.example', issuer = samlEntity, until = 5, from = -1 } = whims;
  const { audience = asked.audience, recipient = asked.returns, inResponseTo = asked.request } = whims;
  const request = inResponseTo === null ? '' : ` InResponseTo="${inResponseTo}"`;
  return [
    `<saml:Assertion ${saml} ID="${newId()}" Version="2.0" IssueInstant="${at(0)}"><saml:Issuer>${issuer}</saml:Issuer>`,
    `<saml:Subject><saml:NameID Format="${format}">${name}</saml:NameID>`,
    '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">',
    `<saml:SubjectConfirmationData NotOnOrAfter="${at(until)}" Recipient="${recipient}"${request}/>`,
    `</saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${at(from)}" NotOnOrAfter="${at(until)}">`,
    `<saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
    `<saml:AuthnStatement AuthnInstant="${at(0)}"><saml:AuthnContext><saml:AuthnContextClassRef>`,
    'urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>',
    `<saml:AttributeStatement><saml:Attribute Name="mail"><saml:AttributeValue>${email}</saml:AttributeValue></saml:Attribute>`,
    '<saml:Attribute Name="displayName"><saml:AttributeValue>Orla Tennant</saml:AttributeValue></saml:Attribute>',
    '</saml:AttributeStatement></saml:Assertion>',
  ].join('');
}

function signedAssertion(assertion: string, how: Whims['signed'] = 'by us'): string {
  if (how === 'not at all') return assertion;
  const xpath = "//*[local-name(.)='Assertion']";
  const algorithm = how === 'in SHA-1' ? 'sha1' : 'sha256';
  const { privateKey } = how === 'by another' ? foreign : keys;
  const place = { reference: `${xpath}/*[local-name(.)='Issuer']`, action: 'after' } as const;
  return signXml(assertion, xpath, place, { privateKey, signatureAlgorithm: algorithm, digestAlgorithm: algorithm });
}

/** The answer as a browser would hand it over, in base64. */
export function samlAnswer(asked: Asked, whims: Whims = {}): string {
  const { destination = asked.returns, before = (text) => text, after = (text) => text } = whims;
  const assertion = signedAssertion(before(assertionFor(asked, whims)), whims.signed);
  const answer = [
    `<samlp:Response ${samlp} ID="${newId()}" Version="2.0" IssueInstant="${at(0)}" Destination="${destination}"`,
    ` InResponseTo="${asked.request}"><saml:Issuer ${saml}>${samlEntity}</saml:Issuer><samlp:Status>`,
    `<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${assertion}</samlp:Response>`,
  ].join('');
  return Buffer.from(after(answer)).toString('base64');
}

const parts = /(?<head>^.*?)(?<assertion><saml:Assertion[^>]*>.*<\/saml:Assertion>)(?<tail>.*$)/s;
const signatureIn = (assertion: string) => /<Signature\b.*<\/Signature>/s.exec(assertion)?.[0] ?? '';

type Parts = { readonly head: string; readonly assertion: string; readonly tail: string; readonly evil: string; readonly bare: string };

/**
 * The eight ways of Somorovsky et al. (USENIX Security 2012) to hide what was signed behind what was not. `evil` says what the thief
 * wants to be read, `bare` is what was signed without its signature.
 */
export const wrappings: Readonly<Record<string, (parts: Parts) => string>> = {
  'the signed answer after a forged one': ({ head, assertion, tail, evil }) =>
    `${head}${evil}${tail.replace('</samlp:Response>', '')}${head.replace(/<saml:Issuer.*$/s, '')}${assertion}</samlp:Response></samlp:Response>`,
  'the signed answer before a forged one': ({ head, assertion, tail, evil }) => `${head}${head}${assertion}${tail}${evil}${tail}`,
  'a forged assertion before the signed one': ({ head, assertion, tail, evil }) => `${head}${evil}${assertion}${tail}`,
  'a forged assertion around the signed one': ({ head, assertion, tail, evil }) =>
    `${head}${evil.replace('</saml:Assertion>', `${assertion}</saml:Assertion>`)}${tail}`,
  'a forged assertion with the signature of one that follows': ({ head, assertion, tail, evil, bare }) =>
    `${head}${evil.replace('</saml:Issuer>', `</saml:Issuer>${signatureIn(assertion)}`)}${bare}${tail}`,
  'the signed assertion within its own signature': ({ head, assertion, tail, evil, bare }) =>
    `${head}${evil.replace('</saml:Issuer>', `</saml:Issuer>${signatureIn(assertion).replace('</Signature>', `${bare}</Signature>`)}`)}${tail}`,
  'a forged assertion in an extension': ({ head, assertion, tail, evil }) =>
    `${head}<samlp:Extensions>${evil}</samlp:Extensions>${assertion}${tail}`,
  'the signed assertion in an object of its signature': ({ head, assertion, tail, evil, bare }) =>
    `${head}${evil.replace('</saml:Issuer>', `</saml:Issuer>${signatureIn(assertion).replace('</Signature>', `<Object>${bare}</Object></Signature>`)}`)}${tail}`,
};

export function wrapped(asked: Asked, wrap: (parts: Parts) => string): (answer: string) => string {
  return (answer) => {
    const { head = '', assertion = '', tail = '' } = parts.exec(answer)?.groups ?? {};
    const evil = assertionFor(asked, { name: 'the administrator', email: 'boss@valewick.example' });
    return wrap({ head, assertion, tail, evil, bare: assertion.replace(signatureIn(assertion), '') });
  };
}
