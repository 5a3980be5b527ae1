/** Mails of results: data in; what fills their texts out. */
import { declareEditionMail } from '#platform/mails.ts';
import { type Words, wordsFor } from '#words/index.ts';
import { ownOutcomes, toldOutcomes } from './views.ts';

const pathOf = ({ programmeSlug, slug }: { readonly programmeSlug: string; readonly slug: string }) =>
  `/p/${programmeSlug}/${slug}/winners`;

/** “Gold in Team of the year, Small companies”; without what there is not. */
function inCategory({ category, level, division }: Readonly<Record<string, unknown>>, { results }: Words): string {
  const ranking = results.inDivision(String(category), typeof division === 'string' ? division : null);
  return typeof level === 'string' ? results.mails.levelIn(level, ranking) : ranking;
}

declareEditionMail('results.you-won', {
  topic: 'work',
  places: ['title', 'category'],
  values: (data, { words }) => ({
    title: String(data.title),
    category: inCategory(data, words),
  }),
  path: (data) => String(data.path),
  words: (values, { results: { mails } }) => ({
    subject: mails.youWon.subject(values.programme, values.edition),
    text: mails.youWon.text(values),
  }),
  people: (ctx, edition) => toldOutcomes(ctx, edition.id, { won: true }),
  read: async (ctx, edition) => {
    const won = (await ownOutcomes(ctx, edition.id)).find((outcome) => outcome.won);
    if (!won) return undefined;
    const { name, title, category, level, division } = won;
    return { name, title, category, level, division, path: pathOf(edition) };
  },
});

declareEditionMail('results.outcome', {
  topic: 'work',
  batch: true,
  places: ['entries'],
  values: (data) => ({
    entries: String(data.entries),
  }),
  path: (data) => String(data.path),
  words: (values, { results: { mails } }) => ({
    subject: mails.outcome.subject(values.programme, values.edition),
    text: mails.outcome.text(values),
  }),
  people: (ctx, edition) => toldOutcomes(ctx, edition.id, { won: false }),
  read: async (ctx, edition) => {
    const own = await ownOutcomes(ctx, edition.id);
    const [first] = own;
    if (!first) return undefined;
    const words = wordsFor(ctx.language);
    const { won, notWon } = words.results.mails.outcome;
    const lines = own.map((one) => (one.won ? won : notWon)(words.entries.mails.line(one.title, one.number), inCategory(one, words)));
    return {
      name: first.name,
      entries: lines.join('\n'),
      path: pathOf(edition),
    };
  },
});
