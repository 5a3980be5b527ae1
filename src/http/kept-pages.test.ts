import { expect, test } from 'vitest';
import { type Drawn, keepPages } from './kept-pages.ts';

function artist() {
  const drawn: string[] = [];
  const pages = keepPages();
  const ask = async (key: string, once = false) => {
    const draw = (): Drawn => {
      drawn.push(key);
      return { text: `${key} ${drawn.length}`, once };
    };
    return (await pages(key, draw)).text;
  };
  return { drawn, ask };
}

test('a page is drawn once for the same data, and anew for others', async () => {
  const { drawn, ask } = artist();
  expect([await ask('a'), await ask('b'), await ask('a'), await ask('b')]).toEqual(['a 1', 'b 2', 'a 1', 'b 2']);
  expect(drawn).toEqual(['a', 'b']);
});

test('a page with something of one request in it is drawn for every request', async () => {
  const { ask } = artist();
  expect([await ask('form', true), await ask('form', true)]).toEqual(['form 1', 'form 2']);
});

test('a page that could not be drawn is tried again', async () => {
  const pages = keepPages();
  const fail = () => Promise.reject(new Error('torn'));
  await expect(pages('a', fail)).rejects.toThrow('torn');
  expect((await pages('a', () => ({ text: 'whole', once: false }))).text).toBe('whole');
});

test('of more pages than are kept, the one not asked for the longest is drawn anew', async () => {
  const { drawn, ask } = artist();
  for (let i = 0; i < 100; i += 1) await ask(`page ${i}`);
  await ask('page 0');
  await ask('one more');
  drawn.length = 0;
  await ask('page 0');
  expect(drawn).toEqual([]);
  await ask('page 1');
  expect(drawn).toEqual(['page 1']);
});
