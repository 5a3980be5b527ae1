/**
 * Which videos some readers' browsers will not play, by what the file says it is made of. A judge with another browser than the sender's
 * sees nothing, and neither of them would know why.
 *
 * What browsers play without help: H.264, VP8, VP9 and AV1 with AAC, MP3, Opus, Vorbis or FLAC, in MP4 or WebM (MDN, "Media container
 * formats" and "Web video codec guide"). HEVC, which telephones write, plays where the system has a decoder for it.
 */
import type { MediaFacts } from './facts.ts';

export type PlayWarning = 'hevc' | 'dolby-vision' | 'prores' | 'old-codec' | 'matroska' | 'sound';

const everywhere = new Set(['avc', 'vp8', 'vp9', 'av1']);
const heard = new Set(['aac', 'mp3', 'opus', 'vorbis', 'flac']);

function ofPicture(codec: string): PlayWarning | undefined {
  if (everywhere.has(codec)) return undefined;
  if (codec.startsWith('dv')) return 'dolby-vision';
  if (codec === 'hevc' || /^(?:hev1|hvc1)$/.test(codec)) return 'hevc';
  return codec === 'prores' || /^ap(?:c|4)/.test(codec) ? 'prores' : 'old-codec';
}

/** Empty for what plays everywhere, and for everything that is no video. The gravest first. */
export function playWarnings({ video, audio, container }: MediaFacts): readonly PlayWarning[] {
  if (video === undefined) return [];
  const picture = ofPicture(video);
  return [
    ...(picture ? [picture] : []),
    ...(container === 'x-matroska' ? (['matroska'] as const) : []),
    ...(audio !== undefined && !heard.has(audio) ? (['sound'] as const) : []),
  ];
}
