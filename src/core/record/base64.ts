const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Standard base64 with padding (RFC 4648 §4). */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += digits[word >> 18];
    text += digits[(word >> 12) & 63];
    text += b === undefined ? '=' : digits[(word >> 6) & 63];
    text += c === undefined ? '=' : digits[word & 63];
  }
  return text;
}

/** The bytes of standard base64, or undefined for anything with another reading: spaces, missing padding, stray bits at the end. */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let i = 0; i < text.length; i += 4) {
    let word = 0;
    for (let k = 0; k < 4; k += 1) word = (word << 6) | Math.max(0, digits.indexOf(text[i + k] ?? ''));
    for (let k = 0; k < 3 && (i / 4) * 3 + k < bytes.length; k += 1) bytes[(i / 4) * 3 + k] = (word >> (16 - 8 * k)) & 255;
  }
  return encodeBase64(bytes) === text ? bytes : undefined;
}
