/** The browser's own passkeys: JSON in, JSON out. */

/** Browsers that take the question and give the answer as JSON; those before them are asked for something else. */
export function knowsPasskeys(): boolean {
  return typeof PublicKeyCredential === 'function' && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';
}

/** @throws DOMException when the question was put away or nothing fits */
export async function answerOf(does: 'create' | 'get', options: string): Promise<string> {
  const asked: unknown = JSON.parse(options);
  const credential =
    does === 'create'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked as PublicKeyCredentialCreationOptionsJSON),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked as PublicKeyCredentialRequestOptionsJSON),
        });
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('no passkey', 'NotAllowedError');
  return JSON.stringify(credential);
}
