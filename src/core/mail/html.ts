/** The HTML half of a mail: the same words as the plain half, escaped; only addresses of ours can be followed. */
import type { Piece } from './template.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');

const look = 'font:16px/1.5 Georgia,serif;color:#1c1c1a;max-width:36em';

function htmlOfPiece({ kind, text }: Piece): string {
  const followed = kind === 'link' && /^https?:\/\//.test(text);
  return followed ? `<a href="${escaped(text)}">${escaped(text)}</a>` : escaped(text);
}

export function htmlOf(pieces: readonly Piece[]): string {
  const paragraphs = pieces
    .map(htmlOfPiece)
    .join('')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim().replaceAll('\n', '<br>'))
    .filter((paragraph) => paragraph !== '');
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html>\n<html><head><meta charset="utf-8"></head><body><div style="${look}">\n${body}\n</div></body></html>\n`;
}
