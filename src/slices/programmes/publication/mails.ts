/** The mail to whoever runs a programme when an edition did not become public at its instant. */
import { z } from 'zod';
import { catalogue, type ProblemCode } from '#core/problems/catalogue.ts';
import { personOf } from '#platform/context.ts';
import { declareEditionMail, type MailData } from '#platform/mails.ts';
import { editionById } from '../edition.ts';
import { managersOf } from '../roles/managers.ts';
import { missingText } from './ready.ts';

const isCode = (code: string): code is ProblemCode => Object.hasOwn(catalogue, code);
const fact = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const missing = z.array(z.object({ code: z.string().refine(isCode), facts: z.record(z.string(), fact) }));

const missingIn = (data: MailData) => missing.parse(JSON.parse(String(data.missing ?? '[]')));

declareEditionMail('programmes.not-published', {
  topic: 'work',
  places: ['missing'],
  values: (data, { words: { problems } }) => ({
    missing: missingIn(data)
      .map(({ code, facts }) => `- ${problems[code].detail(facts)}`)
      .join('\n'),
  }),
  path: (data) => `/manage/${data.slug}/${data.year}`,
  words: (values, { publishing }) => ({ subject: publishing.mail.subject(values), text: publishing.mail.text(values) }),
  people: async (ctx, { id }) => (await managersOf(ctx, id)).map(({ person }) => person),
  read: async (ctx, { id }) => {
    const reader = (await managersOf(ctx, id)).find(({ person }) => person === personOf(ctx));
    const edition = reader && (await editionById(ctx, id));
    if (!edition || edition.published) return undefined;
    return { name: reader.name, slug: edition.programmeSlug, year: edition.slug, missing: await missingText(ctx, edition) };
  },
});
