/**
 * What a SAML answer may look like at all, asked before any of it is parsed. Every trick with such documents needs something that no
 * honest provider sends: a second assertion to hide behind the signed one, a comment that cuts a name in two, an entity, a weak hash.
 */
import { answerFails } from './identity.ts';
import type { SamlProvider } from './provider.ts';

/** An answer with a picture in it is still smaller; nobody needs more than this to say who somebody is. */
const longest = 200_000;

/** Exclusive canonical form without comments, an enveloped signature, RSA or ECDSA with SHA-2. Nothing else is understood. */
const algorithms: ReadonlySet<string> = new Set([
  'http://www.w3.org/2001/10/xml-exc-c14n#',
  'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'http://www.w3.org/2001/04/xmlenc#sha256',
  'http://www.w3.org/2001/04/xmlenc#sha512',
]);

function opened(xml: string, name: string): number {
  return [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}[\\s>/]`, 'g'))].length;
}

/** The document of an answer in base64. @throws Problem `people.provider-answer-invalid` */
export function samlDocument(provider: SamlProvider, encoded: string): string {
  if (encoded.length === 0 || encoded.length > longest || !/^[A-Za-z0-9+/=\s]+$/.test(encoded)) throw answerFails(provider, 'unreadable');
  const xml = Buffer.from(encoded, 'base64').toString('utf8');
  // Entities, comments, processing instructions after the first line, and text that is none of these kinds.
  if (/<!|<\?(?!xml\s)|\uFFFD/.test(xml) || xml.includes('\0')) throw answerFails(provider, 'document');
  if (opened(xml, 'Response') !== 1 || opened(xml, 'Assertion') !== 1) throw answerFails(provider, 'document');
  if (opened(xml, 'Subject') !== 1 || opened(xml, 'NameID') !== 1 || opened(xml, 'EncryptedAssertion') > 0)
    throw answerFails(provider, 'document');
  const ids = [...xml.matchAll(/\s(?:ID|Id|id|xml:id)\s*=\s*["']([^"']*)["']/g)].map(([, id]) => id);
  if (new Set(ids).size !== ids.length) throw answerFails(provider, 'document');
  for (const [, algorithm = ''] of xml.matchAll(/\sAlgorithm\s*=\s*["']([^"']*)["']/g))
    if (!algorithms.has(algorithm)) throw answerFails(provider, 'algorithm');
  return xml;
}
