/** What a file is by its content. Its name and what a browser claims are not asked. */

export type VideoType = 'video/mp4' | 'video/quicktime' | 'video/webm' | 'video/x-matroska';

export type MediaType =
  | 'application/pdf'
  | 'image/png'
  | 'image/jpeg'
  | 'image/webp'
  | 'text/plain'
  | VideoType
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** How names of such files end, for a chooser that shows only what may be sent. A table of values is plain text. */
const endings: Readonly<Record<MediaType, readonly string[]>> = {
  'application/pdf': ['.pdf'],
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/webp': ['.webp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'text/plain': ['.txt', '.csv'],
  'video/mp4': ['.mp4', '.m4v'],
  'video/quicktime': ['.mov'],
  'video/webm': ['.webm'],
  'video/x-matroska': ['.mkv'],
};

export const fileNameEndings: readonly string[] = Object.values(endings).flat();

const latin = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

function starts(bytes: Uint8Array, ...head: readonly number[]): boolean {
  return head.every((byte, i) => bytes[i] === byte);
}

/** A Word document is a ZIP whose parts are named; the names stand in it uncompressed. */
function isDocx(bytes: Uint8Array): boolean {
  if (!starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return false;
  const text = new TextDecoder('latin1').decode(bytes);
  return text.includes('[Content_Types].xml') && text.includes('word/document.xml') && !text.includes('vbaProject.bin');
}

/** UTF-8 without control characters, and nothing a browser might take for a page or a drawing. */
function isPlainText(bytes: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text)) return false;
  return !/^\s*<[!?a-z]/i.test(text) && !/<(?:script|svg|html|iframe|object|embed)\b/i.test(text);
}

/**
 * Whether it begins as a video does: the first box of MP4 and QuickTime has one of these names, WebM and Matroska begin with EBML's mark.
 * Which one it is and whether it can be read at all is for somebody who reads on.
 */
export function mayBeVideo(head: Uint8Array): boolean {
  return ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip'].includes(latin(head, 4, 8)) || starts(head, 0x1a, 0x45, 0xdf, 0xa3);
}

/** Undefined for everything that is not on the list, and for videos, which are not read whole. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  if (latin(bytes, 0, 5) === '%PDF-') return 'application/pdf';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (isDocx(bytes)) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return isPlainText(bytes) ? 'text/plain' : undefined;
}
