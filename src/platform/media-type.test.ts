import { expect, test } from 'vitest';
import { fileNameEndings, mediaTypeOf } from './media-type.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const of = (...head: number[]) => new Uint8Array([...head, ...Array.from({ length: 16 }, () => 0)]);

test('a file is what its content says, and its name is not asked', () => {
  expect([
    mediaTypeOf(bytes('%PDF-1.7\n')),
    mediaTypeOf(of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)),
    mediaTypeOf(of(0xff, 0xd8, 0xff, 0xe0)),
    mediaTypeOf(bytes('RIFF\u0001\u0001\u0001\u0001WEBPVP8 ')),
    mediaTypeOf(bytes('PK\u0003\u0004…[Content_Types].xml…word/document.xml')),
    mediaTypeOf(bytes('Zwölf Anrufer,\tein Jahr später 🌊\r\n')),
  ]).toEqual([
    'application/pdf',
    'image/png',
    'image/jpeg',
    'image/webp',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'text/plain',
  ]);
});

test('what a browser could run and what nobody asked for is not on the list', () => {
  const refused = [
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<?xml version="1.0"?><svg/>',
    ' \n<!DOCTYPE html><p>hello',
    'plain until <script>alert(1)</script>',
    'PK\u0003\u0004 some other archive',
    'PK\u0003\u0004…[Content_Types].xml…word/document.xml…word/vbaProject.bin',
    'MZ\u0000\u0001 a program',
    'RIFF\u0001\u0001\u0001\u0001WAVEfmt ',
    'GIF89a\u0001\u0000',
  ];
  expect(refused.map((text) => mediaTypeOf(bytes(text)))).toEqual(refused.map(() => undefined));
  expect(mediaTypeOf(new Uint8Array([0xc3, 0x28, 0x61]))).toBeUndefined();
});

test('a table of values is taken as plain text, and a chooser shows it', () => {
  expect(mediaTypeOf(bytes('month,calls\n2027-01,412\n'))).toBe('text/plain');
  expect(fileNameEndings).toContain('.csv');
});
