/** How far an entry is, as its page says it without scripts. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { EntryPage } from '../entry-page.ts';
import { DueNow, SubmitAct } from './due.tsx';
import { HowFar } from './readiness.tsx';

type Asked = Pick<EntryPage, 'state' | 'asked'> & { readonly asks?: EntryPage['asks'] };

function told({ asks = { all: [], open: [] }, ...entry }: Asked): { readonly bar: string; readonly says: string; readonly asked: string } {
  const whole = { ...entry, asks, eligibility: undefined } as unknown as EntryPage;
  const html = renderToStaticMarkup(<HowFar entry={whole} count={{ done: 3, of: 3 }} parts={[]} />);
  const found = (pattern: RegExp) => pattern.exec(html)?.[1] ?? '';
  return {
    bar: `${found(/ value="(\d+)"/)} of ${found(/ max="(\d+)"/)}`,
    says: found(/<span id="[^"]*">([^<]*)</),
    asked: found(/<li class="([^"]*)"><a href="#asked"/),
  };
}

test('a draft that was sent back is not ready before what was asked is done', () => {
  expect(told({ state: 'returned', asked: true })).toEqual({ bar: '0 of 1', says: 'One thing to do', asked: 'is-due' });
  expect(told({ state: 'returned', asked: false })).toEqual({ bar: '1 of 1', says: 'Ready to submit again', asked: 'is-done' });
  expect(told({ state: 'draft', asked: false })).toEqual({ bar: '3 of 3', says: 'Ready to submit', asked: '' });
});

test('each thing that was asked by name is counted until it is changed', () => {
  const asks = (...open: string[]) => ({ all: ['answers.story', 'answers.evidence'], open });
  const both = told({ state: 'returned', asked: true, asks: asks('answers.story', 'answers.evidence') });
  expect(both).toEqual({ bar: '0 of 2', says: 'Two things to do', asked: 'is-due' });
  const one = told({ state: 'returned', asked: true, asks: asks('answers.evidence') });
  expect(one).toEqual({ bar: '1 of 2', says: 'One thing to do', asked: 'is-due' });
});

test('what is to do stands at the head, each thing the way to its field', () => {
  const asks = { all: ['answers.story', 'answers.evidence'], open: ['answers.evidence'] };
  const entry = { state: 'returned', asked: true, asks, note: 'Two things.' } as unknown as EntryPage;
  const names: Readonly<Record<string, string>> = { 'answers.story': 'Your story', 'answers.evidence': 'A file', nominator: 'Sent in by' };
  const html = renderToStaticMarkup(
    <DueNow
      entry={entry}
      missing={[{ name: 'nominator', why: 'missing' }]}
      textOf={(name) => names[name] ?? name}
      files={new Map([['answers.evidence', 'files-evidence']])}
    />,
  );
  const ways = [...html.matchAll(/<li class="([^"]*)">.*?<a href="([^"]*)"[^>]*>(?:<bdi>)?([^<]*).*?<\/a>([^<]*)/g)].map((found) =>
    found.slice(1),
  );
  expect(ways).toEqual([
    ['is-done', '#write-answers-story', 'Your story', ', changed since'],
    ['is-due', '#files-evidence', 'A file', ', to mend'],
    ['is-due', '#write-nominator', 'Sent in by', ', missing'],
  ]);
});

test('the filled button of one that came back leads to what was asked until something of it is changed', () => {
  const acts = (open: readonly string[]) => {
    const entry = { state: 'returned', open: true, asked: true, asks: { all: ['body', 'file'], open } } as unknown as EntryPage;
    const html = renderToStaticMarkup(
      <SubmitAct entry={entry} textOf={(name) => (name === 'body' ? 'Your story' : 'A file')} files={new Map([['file', 'evidence']])} />,
    );
    return [...html.matchAll(/<(a|button) [^>]*class="([^"]*)"/g)].map(([, tag, looks]) => `${tag} ${looks}`);
  };
  expect(acts(['body', 'file'])).toEqual(['a btn btn--main', 'button btn']);
  expect(acts(['file'])).toEqual(['button btn btn--main']);
});
