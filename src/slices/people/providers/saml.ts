/**
 * SAML 2.0: where to send somebody, and what their coming back is worth. Parsing and signatures are a library's; it returns only what was
 * signed, and from that alone is read whom the answer is about, for whom it is meant and until when.
 */
import { createHmac } from 'node:crypto';
import type * as Library from '@node-saml/node-saml';
import { signInSettings } from '../door.ts';
import { addressIn, answerFails, type Identity, wordsIn } from './identity.ts';
import { returnAddress, type SamlProvider } from './provider.ts';
import { samlDocument } from './saml-shape.ts';

/** Loaded when somebody first needs it. */
const library = () => import('@node-saml/node-saml');

/** Clocks of two houses may differ by so much. */
const skew = 60_000;
/** As long as a visit lasts. */
const requestLife = 600_000;

/** Who we are to providers of this kind; the page at this address says what they need to know of us. */
export function samlEntity({ id }: { readonly id: string }): string {
  return `${signInSettings().url}/sign-in/saml/${id}`;
}

/** The request of a visit: nobody without the installation secret can work it out, and nothing has to be kept. */
function requestOf(state: string): string {
  return `_${createHmac('sha256', signInSettings().secret).update(`saml request ${state}`).digest('hex')}`;
}

async function readerFor(provider: SamlProvider, request: string): Promise<Library.SAML> {
  const { SAML, ValidateInResponseTo } = await library();
  const asked = new Date().toISOString();
  const only = (id: string | null) => Promise.resolve(id === request ? asked : null);
  return new SAML({
    callbackUrl: returnAddress(provider),
    entryPoint: provider.address,
    issuer: samlEntity(provider),
    audience: samlEntity(provider),
    idpCert: provider.certificates,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    acceptedClockSkewMs: skew,
    generateUniqueId: () => request,
    validateInResponseTo: ValidateInResponseTo.always,
    requestIdExpirationPeriodMs: requestLife,
    // Which visit this is, and that it is used once, is in a row of ours; the library only compares.
    cacheProvider: { saveAsync: () => Promise.resolve(null), getAsync: (id) => only(id), removeAsync: () => Promise.resolve(null) },
  });
}

export async function samlAddress(provider: SamlProvider, state: string): Promise<string> {
  const saml = await readerFor(provider, requestOf(state));
  return saml.getAuthorizeUrlAsync(state, undefined, {});
}

export async function samlMetadata(provider: SamlProvider): Promise<string> {
  const { generateServiceProviderMetadata } = await library();
  return generateServiceProviderMetadata({
    issuer: samlEntity(provider),
    callbackUrl: returnAddress(provider),
    identifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    wantAssertionsSigned: true,
  });
}

/** As the library gives a signed assertion: elements by name, attributes under `$`, text under `_`. */
type Element = { readonly $?: Readonly<Record<string, string>>; readonly _?: string } & { readonly [name: string]: unknown };

function elements(parent: Element | undefined, name: string): readonly Element[] {
  const found = parent?.[name];
  return Array.isArray(found) ? (found as Element[]) : [];
}

function only(parent: Element | undefined, name: string): Element | undefined {
  const [first, second] = elements(parent, name);
  return second === undefined ? first : undefined;
}

const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const transient = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient';
const mailFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';

/** Meant for this very visit: asked for by our request, to be shown at our address, and not without an end. @throws Problem */
function requireBearer(provider: SamlProvider, subject: Element | undefined, request: string): void {
  const confirmation = only(subject, 'SubjectConfirmation');
  const data = only(confirmation, 'SubjectConfirmationData')?.$ ?? {};
  if (confirmation?.$?.Method !== bearer) throw answerFails(provider, 'subject');
  if (data.InResponseTo !== request) throw answerFails(provider, 'request');
  if (data.Recipient !== returnAddress(provider)) throw answerFails(provider, 'recipient');
  if (data.NotOnOrAfter === undefined) throw answerFails(provider, 'expired');
}

/** What is asked of the signed assertion beyond what the library asks of it. */
function subjectOf(provider: SamlProvider, assertion: Element | undefined, request: string) {
  if (only(assertion, 'Issuer')?._ !== provider.entity) throw answerFails(provider, 'issuer');
  const subject = only(assertion, 'Subject');
  requireBearer(provider, subject, request);
  const name = only(subject, 'NameID');
  const [text, format] = [name?._?.trim() ?? '', name?.$?.Format];
  // A name that is another one each time is nobody's.
  if (text === '' || format === transient) throw answerFails(provider, 'subject');
  return { text, format };
}

const mailAttributes = [
  'email',
  'mail',
  'urn:oid:0.9.2342.19200300.100.1.3',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
];
const nameAttributes = [
  'displayName',
  'urn:oid:2.16.840.1.113730.3.1.241',
  'name',
  'cn',
  'urn:oid:2.5.4.3',
  'http://schemas.microsoft.com/identity/claims/displayname',
];

function reasonOf(error: unknown): Parameters<typeof answerFails>[1] {
  const said = error instanceof Error ? error.message : '';
  if (/InResponseTo/.test(said)) return 'request';
  if (/audience/i.test(said)) return 'audience';
  if (/expired|not yet valid|subject confirmation/i.test(said)) return 'expired';
  return /signature|signed/i.test(said) ? 'signature' : 'document';
}

/**
 * Whom the provider says came back.
 * @throws Problem `people.provider-answer-invalid` for what is not its signed answer to this visit
 */
export async function readSaml(provider: SamlProvider, encoded: string, state: string): Promise<Identity> {
  const request = requestOf(state);
  const xml = samlDocument(provider, encoded);
  const destination = /<(?:[\w.-]+:)?Response\s[^>]*?\bDestination\s*=\s*["']([^"']*)["']/.exec(xml)?.[1];
  if (destination !== undefined && destination !== returnAddress(provider)) throw answerFails(provider, 'recipient');
  const saml = await readerFor(provider, request);
  const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: encoded }).catch((error: unknown) => {
    throw answerFails(provider, reasonOf(error));
  });
  const assertion = profile?.getAssertion?.().Assertion as Element | undefined;
  const { text, format } = subjectOf(provider, assertion, request);
  const attributes = (profile?.attributes ?? {}) as Readonly<Record<string, unknown>>;
  const first = (names: readonly string[]) => names.map((name) => attributes[name]).find((value) => typeof value === 'string');
  return {
    issuer: provider.entity,
    subject: text,
    email: addressIn(first(mailAttributes) ?? (format === mailFormat ? text : undefined)),
    name: wordsIn(first(nameAttributes)),
  };
}
