import { expect, test } from 'vitest';
import { partsOfDocument } from '../document.ts';
import { fromPreset } from '../presets/presets.ts';
import { translationHead, translationRows, translationsFromTable } from './translation-table.ts';
import { withTranslations } from './translations.ts';

const preset = partsOfDocument(fromPreset('stevie-sales-customer-service', '2027', '2027-03-01'));
const of = { ...preset, texts: { ...preset.texts, languages: ['en', 'de'] } };
const head = translationHead('en', 'de');
const rows = translationRows(of, 'de');
const table = (lines: readonly (readonly string[])[]) => lines.map((cells, i) => ({ row: i + 2, cells }));

test('a table that was exported, filled and sent in says every text, and the next export has it', () => {
  const filled = rows.map(([place = '', source = '']) => [place, source, `=${place}`]);
  // As CSV has it: what would be a formula has an apostrophe before it.
  const { words, faults } = translationsFromTable(
    head,
    table(filled.map(([place = '', source = '', said = '']) => [place, source, `'${said}`])),
    of,
    'de',
  );
  expect(faults).toEqual([]);
  expect([...words.values()].reduce((sum, own) => sum + own.size, 0)).toBe(rows.length);
  const categories = withTranslations(of, 'categories', 'de', words.get('categories') ?? new Map()) as typeof of.categories;
  const now = translationRows({ ...of, categories }, 'de').filter(([place]) => place?.startsWith('categories.'));
  expect(now).toEqual(filled.filter(([place]) => place?.startsWith('categories.')));
});

test('empty cells leave what is there, and a row of another place or of a text that is another by now is told', () => {
  const [[place = '', source = ''] = [], second = []] = rows;
  const found = (...lines: string[][]) => translationsFromTable(head, table(lines), of, 'de');
  expect(found([place, source, ' ']).faults.map(({ code }) => code)).toEqual(['editions.table-empty']);
  const wrong = found([place, source, 'x'], [place, source, 'y'], ['nowhere.name', '', 'x'], [second[0] ?? '', 'Something else', 'x']);
  expect(wrong.faults.map(({ row, code }) => `${row} ${code}`)).toEqual([
    '3 editions.table-code-twice',
    '4 editions.table-no-such-place',
    '5 editions.table-source-changed',
  ]);
  expect(translationsFromTable(['place', 'en'], [], of, 'de').faults.map(({ code }) => code)).toEqual(['editions.table-column-missing']);
});
