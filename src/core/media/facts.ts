/** What was read out of a file's content, for whoever is to look at it. Pure values, kept as JSON beside the content. */
import { z } from 'zod';

export const mediaFacts = z
  .object({
    /** Pixels, as the file is shown. */
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    /** Of a video or a sound. */
    seconds: z.number().nonnegative(),
    /** The wrapping of a video: `mp4`, `mov`, `webm`, `mkv`. */
    container: z.string().max(20),
    /** Codec of the picture and of the sound, as WebCodecs calls it, or as the file does where that has no name for it. */
    video: z.string().max(40),
    audio: z.string().max(40),
    /** A picture was drawn again: what lay beside its pixels is gone. */
    redrawn: z.boolean(),
  })
  .partial();

export type MediaFacts = z.output<typeof mediaFacts>;
