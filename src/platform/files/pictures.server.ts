/**
 * Pictures drawn again: decoded, turned the way they are held, made no larger than anybody looks at, and encoded anew. Where it was
 * taken, with what and by whom is gone, and so is whatever else was hidden in the file.
 */
import type { MediaFacts } from '#core/media/facts.ts';
import { problem } from '#core/problems/problem.ts';

export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp';

/** A telephone's largest picture has 200 million; a bomb says it has thousands of millions. */
const mostPixels = 210_000_000;
/** The longer side afterwards: more than any screen shows. */
const longest = 4_096;

const formats = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/webp': 'webp' } as const;
type Format = (typeof formats)[PictureType];

const encodings: Readonly<Record<Format, object>> = {
  png: { compressionLevel: 8 },
  jpeg: { quality: 86, mozjpeg: false },
  webp: { quality: 86 },
};

let queue: Promise<unknown> = Promise.resolve();

/** One at a time: each may take as much memory as its pixels. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = queue.then(work, work);
  queue = next.catch(() => undefined);
  return next;
}

async function draw(path: string, out: string, format: Format): Promise<MediaFacts> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  const input = () => sharp(path, { limitInputPixels: mostPixels, sequentialRead: true, failOn: 'error' });
  const head = await input().metadata();
  if (head.format !== format) throw new Error('the content is another than it begins as');
  const drawn = input().autoOrient().resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true });
  const { width, height } = await drawn.timeout({ seconds: 60 }).toFormat(format, encodings[format]).toFile(out);
  return { width, height, redrawn: true };
}

/** @throws Problem `files.too-many-pixels`, `files.damaged` */
export function redraw(path: string, out: string, type: PictureType, name: string): Promise<MediaFacts> {
  return inTurn(async () => {
    try {
      return await draw(path, out, formats[type]);
    } catch (error) {
      if (error instanceof Error && /pixel limit/i.test(error.message))
        throw problem('files.too-many-pixels', { name, millions: mostPixels / 1e6 });
      throw problem('files.damaged', { name });
    }
  });
}
