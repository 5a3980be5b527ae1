import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesIn, safeName } from './names.ts';

test('a name that climbs out of its folder is a name in it', () => {
  expect(safeName('../../etc/passwd')).toBe('passwd');
  expect(safeName('C:\\Windows\\win.ini')).toBe('win.ini');
  expect(safeName('..')).toBe('file');
  expect(safeName('a/..')).toBe('file');
  expect(safeName('\u202Ecod.exe')).toBe('_cod.exe');
  expect(safeName('a\u0000b:c*?.pdf')).toBe('a_b_c__.pdf');
});

test('what Windows takes for a device, hides or cuts is called otherwise', () => {
  expect(['CON', 'nul.txt', 'com1.pdf', 'COM¹', 'console.pdf'].map(safeName)).toEqual([
    '_CON',
    '_nul.txt',
    '_com1.pdf',
    '_COM¹',
    'console.pdf',
  ]);
  expect(['.htaccess', 'report. . ', 'report.pdf.', '   ', ''].map(safeName)).toEqual([
    '_.htaccess',
    'report',
    'report.pdf',
    'file',
    'file',
  ]);
});

test('letters of four bytes stay whole, and a long name keeps its ending', () => {
  expect(safeName('🏆 win.pdf')).toBe('🏆 win.pdf');
  const long = safeName(`${'🏆'.repeat(60)}.pdf`);
  expect(long).toBe(`${'🏆'.repeat(29)}.pdf`);
  expect(safeName('\ud83c.pdf')).toBe('_.pdf');
});

test('the second of two names gets a number, whatever their capitals', () => {
  const place = placesIn('files/');
  expect(['a.pdf', 'A.PDF', 'a.pdf', 'a (2).pdf', 'Ä', 'A\u0308'].map(place)).toEqual([
    'files/a.pdf',
    'files/A (2).PDF',
    'files/a (3).pdf',
    'files/a (2) (2).pdf',
    'files/Ä',
    'files/Ä (2)',
  ]);
});

test('whatever somebody calls a file, its place is in its folder and nobody else has it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 12 }), (names) => {
      const place = placesIn('files/');
      const places = names.map(place);
      expect(new Set(places.map((one) => one.toLowerCase())).size).toBe(names.length);
      for (const one of places) {
        const name = one.slice('files/'.length);
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^\.|[. ]$|^$/u);
        expect(name.isWellFormed()).toBe(true);
        expect(Buffer.byteLength(name)).toBeLessThan(140);
      }
    }),
  );
});
