import { hash } from 'node:crypto';

/** Native SHA-256, 32 bytes: the same as the portable one of the core, several times as fast. */
export const nativeHash = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => hash('sha256', bytes, 'buffer');
