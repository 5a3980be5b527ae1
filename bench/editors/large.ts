/** An award as large as its documents may be expected to become: a tree of 2,000 nodes, and entries written in a form of 200 fields. */
import { openDatabase } from '#platform/database/transaction.server.ts';
import type { OrganisationId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { startEntry } from '#slices/entries/index.ts';
import { addPerson } from '#slices/people/index.ts';
import { categoriesOf, createEditionFrom, createProgramme, publishEdition } from '#slices/programmes/index.ts';
import { asPerson, asSystem } from '#tests/support/contexts.ts';
import type { Product } from '#tests/support/product.ts';

export const sizes = { nodes: 2_000, fields: 200, families: 20, branches: 9 } as const;

const day = 86_400_000;
const wall = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 16);
const times = <T>(count: number, one: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => one(i));
const digits = (i: number) => String(i).padStart(2, '0');

const about = 'For whoever changed something a customer could feel, and can show what it was before.';

/** Twenty families, nine branches in each, ten categories in a branch: 20 + 180 + 1,800. */
const categories = times(sizes.families, (f) => [
  { code: `F${digits(f)}`, name: `Family of awards ${f}`, description: about, form: 'entry', nominees: ['team', 'organisation'] },
  ...times(sizes.branches, (b) => [
    { code: `F${digits(f)}B${b}`, in: `F${digits(f)}`, name: `Industry ${b} of family ${f}`, nominators: ['self', 'peer'] },
    ...times(10, (c) => ({
      code: `F${digits(f)}B${b}C${c}`,
      in: `F${digits(f)}B${b}`,
      name: `Customer service department of the year, ${c} of ${f}.${b}`,
      description: about,
    })),
  ]).flat(),
]).flat();

/** Of four kinds in turn; the last field of each section is asked only for one of two answers to the first. */
const field = (section: number, i: number) => {
  const [key, label] = [`f-${section}-${i}`, `Question ${i + 1} of part ${section + 1}`];
  const said = { key, label, help: 'In your own words, and as a stranger could check it.' };
  const asked = i === 19 ? { ...said, condition: { field: `f-${section}-0`, is: ['yes'] } } : said;
  if (i === 0) return { ...asked, kind: 'choice', options: [option('yes'), option('no')] };
  if (i % 4 === 1) return { ...asked, kind: 'long-text', words: { max: 300 } };
  return i % 4 === 2 ? { ...asked, kind: 'number', min: 0 } : { ...asked, kind: 'short-text' };
};
const option = (key: string) => ({ key, label: key });

const form = {
  title: 'What an entry says',
  sections: times(10, (s) => ({ key: `part-${s}`, title: `Part ${s + 1}`, items: times(sizes.fields / 10, (i) => field(s, i)) })),
};

const document = {
  plaudit: 1,
  texts: { strapline: 'For the service people remember', about, judging: 'Each judge reads alone.' },
  timeline: {
    entries: { opens: wall(-30), closes: wall(30) },
    rounds: [{ key: 'judging', opens: wall(31), closes: wall(60) }],
  },
  categories,
  forms: { entry: form },
  scorecards: {
    main: { criteria: [{ key: 'result', kind: 'judged', name: 'Result for customers', weight: 1, scale: { min: 1, max: 10 } }] },
  },
};

export type Large = {
  readonly email: string;
  readonly password: string;
  readonly programme: string;
  /** Still being written. */
  readonly written: string;
  /** The same, and takes entries. */
  readonly open: string;
  readonly category: string;
  readonly entry: string;
};

/** Made by operations, as an organiser would make it from a file. */
export async function makeLarge(product: Product): Promise<Large> {
  const database = openDatabase(product.urls().app, { max: 2, name: 'bench' });
  try {
    const { rows } = await database.pool.query<{ id: OrganisationId }>('select id from directory.organisations');
    const [{ id: organisation } = { id: '' as OrganisationId }] = rows;
    const person = { email: 'large@bench.example', password: ids.random() };
    const added = await addPerson(asSystem(database, organisation), { ...person, name: 'Petra Longacre', administrator: true });
    const as = (days: number) => asPerson(database, organisation, added.person, { clock: new Date(Date.now() + days * day) });
    const texts = { name: 'The Long Row', strapline: 'For the service people remember', summary: about, timeZone: 'Europe/Dublin' };
    const { programme, slug } = await createProgramme(as(-60), texts);
    const make = (name: string) => createEditionFrom(as(-60), { programme, name, document: { ...document, edition: name } });
    const [written, open] = [await make('To be'), await make('Now')];
    await publishEdition(as(-60), { edition: open.edition });
    const leaf = (await categoriesOf(as(0), open.edition)).find(({ code }) => code === 'F10B4C5');
    if (!leaf) throw new Error('the category is missing');
    const { entry } = await startEntry(as(0), { category: leaf.id });
    return { ...person, programme: slug, written: written.slug, open: open.slug, category: leaf.code, entry };
  } finally {
    await database.close();
  }
}
