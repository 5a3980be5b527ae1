/** How far an entry is, as its page says it without scripts. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { EntryPage } from '../entry-page.ts';
import { HowFar } from './readiness.tsx';

function told(entry: Pick<EntryPage, 'state' | 'asked'>): { readonly bar: string; readonly says: string; readonly asked: string } {
  const whole = { ...entry, eligibility: undefined } as unknown as EntryPage;
  const html = renderToStaticMarkup(<HowFar entry={whole} count={{ done: 3, of: 3 }} parts={[]} />);
  const found = (pattern: RegExp) => pattern.exec(html)?.[1] ?? '';
  return {
    bar: `${found(/ value="(\d+)"/)} of ${found(/ max="(\d+)"/)}`,
    says: found(/<span id="[^"]*">([^<]*)</),
    asked: found(/<li class="([^"]*)"><a href="#asked"/),
  };
}

test('a draft that was sent back is not ready before what was asked is done', () => {
  expect(told({ state: 'returned', asked: true })).toEqual({ bar: '3 of 4', says: 'One thing is missing', asked: 'is-due' });
  expect(told({ state: 'returned', asked: false })).toEqual({ bar: '4 of 4', says: 'Ready to submit', asked: 'is-done' });
  expect(told({ state: 'draft', asked: false })).toEqual({ bar: '3 of 3', says: 'Ready to submit', asked: '' });
});
