/** What an award keeps to itself until its time: who has won, what is being prepared, who was asked to judge, what is still being written. */
import { type EntryId, ids, type PersonId } from '#platform/ids.ts';
import { saveDraft, startEntry, submitEntry, writeToEntrant, writeToOrganiser } from '#slices/entries/index.ts';
import { submitBallot } from '#slices/judging/index.ts';
import { createEdition, invite } from '#slices/programmes/index.ts';
import { computeTally, publishResults } from '#slices/results/index.ts';
import { acceptEntry, ruleOut } from '#slices/screening/index.ts';
import { marksOf } from '../../panel.ts';
import { dates } from '../../season.ts';
import { look, type Secret } from '../secret.ts';

const announceAt = '2026-06-20T18:00:00Z';

export const resultSecrets: readonly Secret[] = [
  {
    name: 'who has won before it is announced',
    at: dates.afterJudging,
    tell: async ({ marked }, way) => {
      const [judge] = marked.judges;
      if (!judge) throw new Error('nobody judges');
      for (const [i, entry] of marked.entries.entries()) {
        const mark = (i === 0) === (way === 'one') ? 9 : 3;
        const ballot = { entry, version: 0, marks: marksOf(marked, [mark]), comment: '' };
        await submitBallot(marked.as(judge, { clock: dates.whileJudging, key: ids.random() }), ballot);
      }
      const ctx = marked.as(marked.manager, { clock: dates.afterJudging });
      const { tally } = await computeTally(ctx, { edition: marked.edition });
      await publishResults(ctx, { edition: marked.edition, tally, announceAt });
    },
    knows: ['administrator'],
    places: ({ marked }) => ({ programme: marked.slug, edition: marked.editionSlug, entry: marked.entries[0] }),
    words: ['bell', 'Answered'],
    shown: ['/manage/:programme/:edition/results'],
    plant: {
      kind: 'sort',
      route: '/p/:programme',
      reader: 'visitor',
      leak: (court) =>
        look(court, 'decisions d join plaudit.entries e on e.id = d.entry_id where e.edition_id = $1', {
          told: 'string_agg(e.title, $$, $$ order by d.rank)',
          of: court.marked.edition,
        }),
    },
  },
];

export const programmeSecrets: readonly Secret[] = [
  {
    name: 'that somebody was asked to judge',
    at: dates.whileJudging,
    tell: async (court, way) => {
      if (way === 'one') return;
      const ctx = court.as(court.people.chair, { key: ids.random() });
      await invite(ctx, {
        programme: court.programme,
        email: 'asked@new.example',
        name: 'Quill Asquith',
        role: 'judge',
        token: 'T'.repeat(43),
      });
    },
    knows: ['chair', 'auditor', 'administrator'],
    mailed: ['asked@new.example'],
    words: ['Asquith'],
    shown: ['/manage/:programme/people'],
    plant: {
      kind: 'count',
      route: '/manage',
      reader: 'neighbour',
      leak: (court) => look(court, 'invitations where programme_id = $1', { told: 'count(*)', of: court.programme }),
    },
  },
  {
    name: 'that an edition is being prepared',
    at: dates.whileJudging,
    tell: async (court, way) => {
      if (way === 'one') return;
      await createEdition(court.as(court.people.chair, { clock: dates.before, key: ids.random() }), {
        programme: court.programme,
        name: 'Jubilee 2027',
        entriesOpenAt: '2027-03-01T09:00:00Z',
        entriesCloseAt: '2027-04-01T16:00:00Z',
        judgingCloseAt: '2027-05-01T16:00:00Z',
        seats: 2,
        minimumPanel: 1,
      });
    },
    knows: ['chair', 'auditor', 'administrator'],
    words: ['Jubilee'],
    shown: ['/manage'],
    plant: {
      kind: 'header',
      route: '/p/:programme',
      reader: 'visitor',
      leak: (court) => look(court, 'editions where programme_id = $1', { told: 'count(*)', of: court.programme }),
    },
  },
];

export const screeningSecrets: readonly Secret[] = [
  {
    name: 'that an entry may not compete, before its writer is told',
    at: dates.whileJudging,
    tell: async (court, way) => {
      const { owner, chair } = court.people;
      const as = (person: typeof owner) => court.as(person, { clock: dates.whileOpen, key: ids.random() });
      const { entry } = await startEntry(as(owner), { category: court.categories[1] });
      court.made.set('entry', entry);
      const text = { title: 'Rain on tin', nominee: 'Wick Lower Mutual', body: 'Word for word.', chapter: 'emea' };
      await submitEntry(as(owner), { entry, version: 1, ...text });
      if (way === 'one') return;
      const why = 'It was sent in twice';
      await ruleOut(as(chair), { entry, version: 2, why, words: 'Gossamer is the other one.' });
    },
    knows: ['chair', 'auditor', 'screener', 'administrator'],
    places: ({ made }) => ({ entry: made.get('entry') as EntryId }),
    words: ['Gossamer'],
    shown: ['/manage/entries/:entry'],
    plant: {
      kind: 'count',
      route: '/manage',
      reader: 'neighbour',
      leak: (court) =>
        look(court, 'screening_verdicts v join plaudit.entries e on e.id = v.entry_id where e.edition_id = $1', {
          told: 'count(*)',
          of: court.edition,
        }),
    },
  },
  {
    name: 'that an entry of a screener’s own may not compete, before they are told like any other writer',
    at: dates.whileJudging,
    tell: async (court, way) => {
      const { screener, chair } = court.people;
      const as = (person: typeof screener) => court.as(person, { clock: dates.whileOpen, key: ids.random() });
      const { entry } = await startEntry(as(screener), { category: court.categories[1] });
      const text = { title: 'Wind in reeds', nominee: 'Wick Lower Mutual', body: 'Word for word.', chapter: 'emea' };
      await submitEntry(as(screener), { entry, version: 1, ...text });
      if (way === 'one') return;
      await ruleOut(as(chair), { entry, version: 2, why: 'It was sent in twice', words: 'Thistledown is the other one.' });
    },
    knows: ['chair', 'auditor', 'administrator'],
    words: ['Thistledown'],
    shown: ['/manage/:programme/:edition/screening'],
    plant: {
      kind: 'count',
      route: '/manage',
      reader: 'neighbour',
      leak: (court) => look(court, 'screening_verdicts where decided_by = $1', { told: 'count(*)', of: court.people.chair }),
    },
  },
];

export const entrySecrets: readonly Secret[] = [
  {
    name: 'what is entered in another chapter, how much of it, and what was decided of it',
    at: dates.whileJudging,
    tell: async (court, way) => {
      const { owner } = court.people;
      const clock = dates.whileOpen;
      for (const title of way === 'one' ? ['Rainwater'] : ['Vermilion lanterns', 'Vermilion kites']) {
        const ctx = () => court.as(owner, { clock, key: ids.random() });
        const { entry } = await startEntry(ctx(), { category: court.categories[1] });
        await submitEntry(ctx(), { entry, version: 1, title, nominee: `${title} Ltd`, body: 'Word for word.', chapter: 'emea' });
        if (way === 'other') await acceptEntry(court.as(court.people.chair, { clock, key: ids.random() }), { entry });
      }
    },
    knows: ['owner', 'chair', 'auditor', 'screener', 'administrator'],
    words: ['Vermilion'],
    shown: ['/manage/:programme/:edition/entries', '/manage/:programme/:edition/screening', '/home'],
    told: ['/api/v1/manage/programmes/{programme}/editions/{edition}/entries'],
    plant: {
      kind: 'count',
      route: '/manage/:programme/:edition/entries',
      reader: 'region',
      leak: (court) => look(court, 'entries where edition_id = $1', { told: 'count(*)', of: court.edition }),
    },
  },
  {
    name: 'what an entrant asked about an entry, and what they were answered',
    at: dates.whileJudging,
    tell: async (court, way) => {
      const [, entry] = court.entries;
      const as = (person: PersonId) => court.as(person, { clock: dates.whileJudging, key: ids.random() });
      if (way === 'one') return;
      await writeToOrganiser(as(court.people.owner), { entry, text: 'May we still name the Heliotrope branch?', seen: 0 });
      await writeToEntrant(as(court.people.chair), { entry, text: 'Heliotrope may stay.', seen: 1 });
    },
    knows: ['owner', 'chair', 'auditor', 'administrator'],
    places: ({ entries: [, entry] }) => ({ entry }),
    words: ['Heliotrope'],
    shown: ['/entries/:entry/questions', '/manage/entries/:entry/questions'],
    plant: {
      kind: 'count',
      route: '/judge',
      reader: 'first',
      leak: (court) => look(court, 'thread_messages where entry_id = $1', { told: 'count(*)', of: court.entries[1] }),
    },
  },
  {
    name: 'the words of a draft',
    at: dates.whileOpen,
    tell: async (court, way) => {
      const words =
        way === 'one' ? { title: 'Rain', body: 'Short.' } : { title: 'Zenith of patience', body: 'Longer by far than the other.' };
      const ctx = court.as(court.people.owner, { clock: dates.whileOpen, key: ids.random() });
      await saveDraft(ctx, { entry: court.draft, version: 1, nominee: 'Wick Lower Mutual', ...words });
    },
    knows: ['owner'],
    places: ({ draft }) => ({ entry: draft }),
    words: ['Zenith'],
    shown: ['/entries/:entry'],
    plant: {
      kind: 'sort',
      route: '/manage/:programme/:edition/entries',
      reader: 'chair',
      leak: (court) =>
        look(court, 'entries where edition_id = $1', { told: 'string_agg(title, $$, $$ order by title)', of: court.edition }),
    },
  },
];
