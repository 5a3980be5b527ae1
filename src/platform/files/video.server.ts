/** What a video says of itself, read from some kilobytes of it wherever they lie: length, size, codecs. Nothing is decoded. */
import type { MediaFacts } from '#core/media/facts.ts';
import type { MediaType } from '../media-type.ts';

const types: Readonly<Record<string, MediaType>> = {
  MP4: 'video/mp4',
  'QuickTime File Format': 'video/quicktime',
  WebM: 'video/webm',
  Matroska: 'video/x-matroska',
};

export type Video = { readonly mediaType: MediaType; readonly facts: MediaFacts };

type CodecName = string | number | Uint8Array | null;

const named = (codec: CodecName, inside: CodecName): string => String(codec ?? inside ?? 'unknown').slice(0, 40);

/** A few figures a file may have wrong are left out; one without a picture or without a length is no video. */
function whole(width: number, height: number): MediaFacts {
  return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : {};
}

/** Undefined for what is no video that can be played to an end. */
export async function readVideo(path: string): Promise<Video | undefined> {
  const { FilePathSource, Input, Logging, LogLevel, MATROSKA, MP4, QTFF, WEBM } = await import('mediabunny');
  // What it has to say of a track goes to nobody: the log is ours.
  Logging.level = LogLevel.Silent;
  const input = new Input({ source: new FilePathSource(path, { maxCacheSize: 4 * 1024 * 1024 }), formats: [MP4, QTFF, WEBM, MATROSKA] });
  try {
    const [format, video, audio] = [await input.getFormat(), await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
    const mediaType = types[format.name];
    if (mediaType === undefined || video === null) return undefined;
    const seconds = (await input.getDurationFromMetadata()) ?? (await input.computeDuration());
    if (!Number.isFinite(seconds) || seconds <= 0) return undefined;
    const facts: MediaFacts = {
      seconds: Math.round(seconds * 100) / 100,
      container: mediaType.slice(mediaType.lastIndexOf('/') + 1),
      // A Dolby Vision picture is HEVC to a reader who does not know better; the file's own word for it tells.
      video: named(String(video.internalCodecId).startsWith('dv') ? video.internalCodecId : video.codec, video.internalCodecId),
      ...(audio && { audio: named(audio.codec, audio.internalCodecId) }),
      ...whole(video.displayWidth, video.displayHeight),
    };
    return { mediaType, facts };
  } catch {
    return undefined;
  } finally {
    input.dispose();
  }
}
