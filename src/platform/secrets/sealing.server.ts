/**
 * What has to be read again and must not lie open in the database or its backups: AES-256-GCM under a key made from the
 * installation secret for one purpose. Without the secret it stays shut.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

function keyFor(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'plaudit sealing', purpose, 32));
}

/** `bound` is what the text belongs to: what was sealed for one row does not open in another. */
export function seal(secret: string, purpose: string, bound: string, text: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce).setAAD(Buffer.from(bound));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined for what was sealed under another secret, for something else, or was changed since. */
export function unseal(secret: string, purpose: string, bound: string, sealed: Buffer): string | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), sealed.subarray(0, nonceBytes));
    decipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(-tagBytes));
    return decipher.update(sealed.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}
