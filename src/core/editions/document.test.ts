import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf, editionDocument, laterBy, partsOfDocument } from './document.ts';
import { partsProblems } from './references.ts';

const written = {
  plaudit: 1,
  edition: '2026',
  timeline: {
    entries: { opens: '2026-03-01T09:00', closes: '2026-05-29T17:00' },
    rounds: [{ key: 'panel', opens: '2026-05-29T17:00', closes: '2026-06-30T17:00' }],
  },
  categories: [
    { code: 'J01', name: 'Technology', form: 'entry', isNew: true },
    { code: 'J01A', in: 'J01', name: 'Computers', rules: ['recent'], scorecard: 'main' },
  ],
  forms: {
    entry: {
      title: 'Entry',
      sections: [{ key: 'one', title: 'One', items: [{ kind: 'date', key: 'began', label: 'Began', from: '2024-02-28' }] }],
    },
  },
  rules: { recent: { needs: { fact: 'answer.began', since: '2024-02-29' } } },
  scorecards: { main: { criteria: [{ kind: 'judged', key: 'effect', name: 'Effect', weight: 1, scale: { min: 1, max: 10 } }] } },
};
const document = editionDocument.parse(written);
const parts = partsOfDocument(document);

describe('an edition as a document', () => {
  it('that fits together is written as it was read', () => {
    expect(partsProblems(parts, 'Europe/Dublin')).toEqual([]);
    expect(editionDocument.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
    expect(documentOf('2026', parts)).toEqual(document);
  });

  it('names everything that does not fit together, in whichever part it stands', () => {
    const wrong = editionDocument.parse({
      ...written,
      texts: {
        sources: ['no address'],
        sponsors: [
          { key: 'a', name: 'A' },
          { key: 'a', name: 'B' },
        ],
        chapters: [{ key: 'coast', name: 'The coast', categories: ['A', 'Z'], contact: 'javascript:alert(1)' }],
      },
      categories: [
        {
          code: 'A',
          in: 'B',
          name: 'A',
          form: 'none',
          rules: ['none'],
          sponsor: 'none',
          divisions: [{ key: 'small', name: 'Small', rule: 'none' }],
        },
      ],
      rules: { recent: { needs: { fact: 'answer.unasked', since: '2024-02-29' } } },
      award: { judges: 2, minimumPanel: 3, categories: { Z: { seats: 1 } } },
    });
    expect(partsProblems(partsOfDocument(wrong), 'Europe/Dublin').map(({ path, code }) => `${path} ${code}`)).toEqual([
      'texts.sources.0 editions.not-a-web-address',
      'texts.sponsors.1.key editions.key-twice',
      'texts.chapters.0.contact editions.not-a-web-address',
      'texts.chapters.0.categories.1 editions.names-nothing',
      'categories.0.in editions.category-in-nothing',
      'categories.0.form editions.names-nothing',
      'categories.0.sponsor editions.names-nothing',
      'categories.0.rules.0 editions.names-nothing',
      'categories.0.divisions.0.rule editions.names-nothing',
      'rules.recent.needs.fact eligibility.unknown-field',
      'award.minimumPanel editions.panel-larger-than-judges',
      'award.categories.Z editions.names-nothing',
    ]);
  });
});

describe('an edition of a later year', () => {
  it('has every date as many years on, of rules too, and nothing is new any more', () => {
    const later = laterBy(parts, 1);
    expect([later.timeline.entries?.opens, later.timeline.rounds[0]?.closes]).toEqual(['2027-03-01T09:00', '2027-06-30T17:00']);
    expect(later.rules.recent?.needs).toEqual({ fact: 'answer.began', since: '2025-02-28' });
    expect(later.forms.entry?.sections[0]?.items[0]).toMatchObject({ from: '2025-02-28' });
    expect(later.categories.map(({ isNew }) => isNew)).toEqual([undefined, undefined]);
  });

  it('there and back is where it began, but for 29 February and what was new', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), (years) => {
        const back = laterBy(laterBy(parts, years), -years);
        expect({ ...back, rules: parts.rules, categories: parts.categories }).toEqual(parts);
      }),
    );
  });
});
