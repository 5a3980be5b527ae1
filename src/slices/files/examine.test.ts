import { readFileSync } from 'node:fs';
import { rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { configureFiles, contentStore } from '#platform/files.server.ts';
import { ids, type OrganisationId } from '#platform/ids.ts';
import { archive, docx, pdf, pixelBomb, writePhotograph, writeVideo } from '#tests/support/files/makers.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { examineAndKeep, plainFileName } from './index.ts';

const folder = temporaryFolder('examine');
configureFiles(folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const organisation = ids.next<OrganisationId>();
const path = () => join(folder, ids.random());

async function examine(content: Buffer, name = 'paper.pdf') {
  const file = path();
  await writeFile(file, content);
  return examineAndKeep(organisation, file, name);
}
const keptBytes = (sha256: string) => readFileSync(join(folder, 'files', organisation, sha256));

test('a name is a name: no path, no control codes, never empty, of a hundred characters', () => {
  const names = ['C:\\papers\\First.pdf', '../../etc/passwd', 'a\u0000b\u202efdp.exe', '..', '', ' x '];
  expect(names.map(plainFileName)).toEqual(['First.pdf', 'passwd', 'abfdp.exe', 'file', 'file', 'x']);
  expect([...plainFileName('ü'.repeat(300))].length).toBe(100);
});

test('what is cut off, empty or two things at once is refused by what it is', async () => {
  const quiet = Buffer.alloc(10 * 1024 * 1024);
  const bombs: readonly (readonly [Buffer, string])[] = [
    [Buffer.alloc(0), 'entries.file-empty'],
    [Buffer.from('%PDF-1.7\nno end'), 'files.damaged'],
    [Buffer.concat([pdf(), docx()]), 'files.two-kinds'],
    [Buffer.concat([Buffer.from('%PDF-1.7\n'), docx(), Buffer.from('\n%%EOF')]), 'files.two-kinds'],
    [pdf('<html><script>alert(1)</script>'), 'files.two-kinds'],
    [Buffer.from('GIF89a/*<script>*/=1'), 'entries.file-type-refused'],
    [Buffer.from('<svg onload="alert(1)"/>'), 'entries.file-type-refused'],
    [Buffer.from('<!doctype html><p>hello'), 'entries.file-type-refused'],
    [docx().subarray(0, -30), 'files.damaged'],
    [docx([{ name: '../../outside.xml', bytes: Buffer.from('x') }]), 'files.path-inside'],
    [docx([{ name: 'word/embeddings/inner.zip', bytes: archive([]) }]), 'files.two-kinds'],
    [docx([{ name: 'word/media/bomb.bin', bytes: Buffer.alloc(1), says: 0xf0000000 }]), 'files.unpacks-too-large'],
    [docx(Array.from({ length: 21 }, (_, i) => ({ name: `word/media/${i}.bin`, bytes: quiet, says: 10 }))), 'files.unpacks-too-large'],
    [pixelBomb(50_000), 'files.too-many-pixels'],
    [Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(500)]), 'files.damaged'],
    [Buffer.from('....ftypisom....and nothing behind it'), 'files.video-unreadable'],
  ];
  for (const [content, code] of bombs) expect([await refusalCode(examine(content)), code]).toEqual([code, code]);
  expect(await refusal(examine(pixelBomb(50_000), 'wall.png'))).toMatchObject({
    facts: { name: 'wall.png', millions: 210 },
    fields: ['file: files.too-many-pixels'],
  });
});

test('a document is kept to the byte', async () => {
  for (const [content, mediaType] of [[pdf(), 'application/pdf'] as const, [Buffer.from('a;b\n1;2\n'), 'text/plain'] as const]) {
    const kept = await examine(content);
    expect([kept.mediaType, kept.bytes, keptBytes(kept.sha256).equals(content)]).toEqual([mediaType, content.length, true]);
  }
  expect((await examine(docx())).mediaType).toContain('wordprocessingml');
});

test('a photograph is drawn again: upright, without place and telephone, and the same each time', async () => {
  const file = path();
  await writePhotograph(file);
  expect(readFileSync(file).includes('Telephone')).toBe(true);
  const [kept, again] = [await examineAndKeep(organisation, file, 'me.jpg'), await examineAndKeep(organisation, file, 'me.jpg')];
  expect(kept).toMatchObject({ mediaType: 'image/jpeg', facts: { width: 200, height: 300, redrawn: true } });
  expect(again.sha256).toBe(kept.sha256);
  const { default: sharp } = await import('sharp');
  const { exif, orientation, width } = await sharp(keptBytes(kept.sha256)).metadata();
  expect([exif, orientation, width, keptBytes(kept.sha256).includes('Telephone')]).toEqual([undefined, undefined, 200, false]);
});

test('a video is measured by what it says, whatever its name, and one that was cut off is refused', async () => {
  const movies = [
    [{ brand: 'isom' }, 'video/mp4', { seconds: 12, container: 'mp4', video: 'avc', width: 640, height: 360 }],
    [{ brand: 'qt  ', codec: 'apcn', seconds: 61 }, 'video/quicktime', { seconds: 61, container: 'quicktime', video: 'prores' }],
    [{ codec: 'dvh1' }, 'video/mp4', { video: 'dvh1' }],
    [{ codec: 'mp4v' }, 'video/mp4', { video: 'mp4v' }],
  ] as const;
  for (const [movie, mediaType, facts] of movies) {
    const file = path();
    await writeVideo(file, 2_000_000, movie);
    const kept = await examineAndKeep(organisation, file, 'talk.txt');
    expect(kept).toMatchObject({ mediaType, bytes: 2_000_000, facts });
    expect(await contentStore().size(organisation, kept.sha256)).toBe(2_000_000);
    await truncate(file, 1_500_000);
    expect(await refusalCode(examineAndKeep(organisation, file, 'talk.mp4'))).toBe('files.video-unreadable');
  }
});
