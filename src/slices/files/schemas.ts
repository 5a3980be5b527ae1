/** Shapes of contents and uploads that forms, pages and other slices share. */
import { z } from 'zod';
import { mediaFacts } from '#core/media/facts.ts';

/** The most a file may be, by what it is; a video comes in pieces, all others may come in a form as well. */
export const byteLimits = { document: 25 * 1024 * 1024, picture: 25 * 1024 * 1024, video: 2_000_000_000 } as const;

export const uploadId = z.uuid();
const fileName = z.string().trim().min(1).max(200);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A content that is in the store; the door has looked at what it is. */
export const keptContent = {
  name: fileName,
  mediaType: z.string().min(3).max(100),
  bytes: z.number().int().min(1).max(byteLimits.video),
  sha256,
  facts: mediaFacts.default({}),
};

export type Kept = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly facts: z.output<typeof mediaFacts>;
};

/** Until it was looked at a content is held; where nobody looks it is unscanned and may be read. */
export type ContentState = 'held' | 'clean' | 'refused' | 'unscanned';
