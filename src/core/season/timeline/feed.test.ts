import { describe, expect, it } from 'vitest';
import { atomFeed, type Feed } from './feed.ts';

const feed: Feed = {
  id: 'urn:uuid:0191',
  title: 'Stellar Service Awards',
  language: 'en',
  author: 'Stellar Foundation',
  address: 'https://awards.example/stellar/feed.xml',
  page: 'https://awards.example/stellar?a=1&b=2',
  madeAt: Date.UTC(2026, 0, 1),
  items: [],
};
const item = (id: string, day: number, change: object = {}) => {
  const at = Date.UTC(2026, 0, day);
  return { id: `urn:uuid:${id}`, title: id, publishedAt: at, updatedAt: at, address: `https://awards.example/${id}`, ...change };
};

describe('a feed of news and dates', () => {
  it('names itself, its author and its page, and was last changed when its newest item was', () => {
    expect(atomFeed({ ...feed, items: [item('a', 2, { summary: 'Entries are open.' })] }).split('\n')).toEqual([
      '<?xml version="1.0" encoding="utf-8"?>',
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
      '  <id>urn:uuid:0191</id>',
      '  <title>Stellar Service Awards</title>',
      '  <updated>2026-01-02T00:00:00.000Z</updated>',
      '  <author><name>Stellar Foundation</name></author>',
      '  <link rel="self" type="application/atom+xml" href="https://awards.example/stellar/feed.xml"/>',
      '  <link rel="alternate" type="text/html" href="https://awards.example/stellar?a=1&amp;b=2"/>',
      '  <entry>',
      '    <id>urn:uuid:a</id>',
      '    <title>a</title>',
      '    <published>2026-01-02T00:00:00.000Z</published>',
      '    <updated>2026-01-02T00:00:00.000Z</updated>',
      '    <link rel="alternate" href="https://awards.example/a"/>',
      '    <summary>Entries are open.</summary>',
      '  </entry>',
      '</feed>',
      '',
    ]);
  });

  it('without an item was last changed when it was made', () => {
    expect(atomFeed(feed)).toContain('<updated>2026-01-01T00:00:00.000Z</updated>');
  });

  it('tells the newest first, whatever order items come in', () => {
    const text = atomFeed({ ...feed, items: [item('a', 2), item('c', 4), item('b', 3)] });
    expect([...text.matchAll(/<title>(.)<\/title>/g)].map(([, title]) => title)).toEqual(['c', 'b', 'a']);
  });

  it('holds nothing that is not XML, whatever is written in it', () => {
    const odd = 'A & B <b>"bold"</b> \u0000\u000b\ufffe\ud800 ]]>';
    const text = atomFeed({ ...feed, title: odd, items: [item('a', 2, { title: odd, address: 'https://a.example/"><x/>' })] });
    expect(text).toContain('<title>A &amp; B &lt;b&gt;&quot;bold&quot;&lt;/b&gt; \ufffd ]]&gt;</title>');
    expect(text).toContain('href="https://a.example/&quot;&gt;&lt;x/&gt;"');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
    expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)).toBe(false);
  });
});
