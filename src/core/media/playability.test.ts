import { expect, test } from 'vitest';
import { playWarnings } from './playability.ts';

test.each([
  [{ video: 'avc', audio: 'aac', container: 'mp4' }, []],
  [{ video: 'avc', container: 'quicktime' }, []],
  [{ video: 'vp9', audio: 'opus', container: 'webm' }, []],
  [{ video: 'hevc', audio: 'aac', container: 'quicktime' }, ['hevc']],
  [{ video: 'dvh1', container: 'mp4' }, ['dolby-vision']],
  [{ video: 'prores', audio: 'pcm-s16', container: 'quicktime' }, ['prores', 'sound']],
  [{ video: 'apch', container: 'quicktime' }, ['prores']],
  [{ video: 'mp4v', audio: 'samr', container: 'mp4' }, ['old-codec', 'sound']],
  [{ video: 'avc', audio: 'ac3', container: 'x-matroska' }, ['matroska', 'sound']],
  [{ width: 100, height: 100, redrawn: true }, []],
  [{}, []],
])('of %j it is said that some will not play it: %j', (facts, warnings) => {
  expect(playWarnings(facts)).toEqual(warnings);
});
