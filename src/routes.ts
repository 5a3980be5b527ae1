/**
 * The one table of every URL: path → file → who may open it. React Router's routes and the policies the web process
 * enforces both come from it; a line without a policy does not compile, and a route that is not in it does not start.
 */
import type { RouteConfigEntry } from '@react-router/dev/routes';
import type { Policy, StandInPage } from '#http/policy.ts';

type Line = { readonly path: string; readonly file: string; readonly policy: Policy };

function line(path: `/${string}`, file: string, policy: Policy): Line {
  return { path, file, policy };
}

const table: readonly Line[] = [
  line('/', 'slices/programmes/pages/home.public.tsx', 'public'),
  line('/p/:programme', 'slices/programmes/pages/programme.public.tsx', 'public'),
  line('/p/:programme/winners', 'slices/programmes/pages/past-winners.public.tsx', 'public'),
  line('/p/:programme/questions', 'slices/programmes/pages/remarks/questions.public.tsx', 'public'),
  line('/p/:programme/:edition', 'slices/programmes/pages/programme.public.tsx', 'public'),
  line('/p/:programme/:edition/winners', 'slices/results/pages/winners.public.tsx', 'public'),
  line('/p/:programme/:edition/changes', 'slices/programmes/pages/changes.public.tsx', 'public'),
  line('/p/:programme/dates.ics', 'slices/programmes/pages/calendar.ts', 'public'),
  line('/p/:programme/news.atom', 'slices/programmes/pages/feed.ts', 'public'),
  line('/p/:programme/:edition/find', 'slices/programmes/pages/find.public.tsx', 'public'),
  line('/p/:programme/:edition/check', 'slices/programmes/pages/check.public.tsx', 'public'),
  line('/p/:programme/:edition/categories/:category', 'slices/programmes/pages/category.public.tsx', 'public'),
  line('/p/:programme/:edition/categories/:category/guide', 'slices/programmes/pages/guide/guide.public.tsx', 'public'),
  line('/judge', 'slices/judging/pages/ballots.judge.tsx', 'judge'),
  line('/judge/:entry', 'slices/judging/pages/ballot.judge.tsx', 'judge'),
  line('/judge/:entry/draft', 'slices/judging/pages/draft.ts', 'judge'),
  line('/manage/:programme/:edition/judging', 'slices/judging/pages/judging.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/results', 'slices/results/pages/results.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/results/figures', 'slices/results/pages/figures.organiser.tsx', 'manager'),
  line('/invitations/:token', 'slices/programmes/pages/invitation.public.tsx', 'public'),
  line('/home', 'slices/entries/pages/home.entrant.tsx', 'signed-in'),
  line('/p/:programme/enter', 'slices/entries/pages/start.entrant.tsx', 'signed-in'),
  line('/entries/:entry', 'slices/entries/pages/entry.entrant.tsx', 'entrant'),
  line('/entries/:entry/history', 'slices/entries/pages/history.entrant.tsx', 'entrant'),
  line('/entries/:entry/draft', 'slices/entries/pages/draft.ts', 'entrant'),
  line('/files/:file', 'slices/entries/pages/file.ts', 'signed-in'),
  line('/manage', 'slices/screening/pages/home.organiser.tsx', 'entries'),
  line('/manage/entries/:entry', 'slices/screening/pages/entry.organiser.tsx', 'entries'),
  line('/manage/:programme/:edition/entries', 'slices/entries/pages/list.organiser.tsx', 'entries'),
  line('/manage/:programme/:edition/entries.csv', 'slices/entries/pages/list-file.ts', 'entries'),
  line('/manage/:programme/:edition/entries.xlsx', 'slices/entries/pages/list-file.ts', 'entries'),
  line('/manage/:programme/:edition/screening', 'slices/screening/pages/queue.organiser.tsx', 'entries'),
  line('/manage/:programme/:edition/entries/accept', 'slices/screening/pages/accept.organiser.tsx', 'entries'),
  line('/manage/companies', 'slices/companies/pages/list.organiser.tsx', 'manager'),
  line('/manage/companies.csv', 'slices/companies/pages/list-file.ts', 'manager'),
  line('/manage/companies.xlsx', 'slices/companies/pages/list-file.ts', 'manager'),
  line('/manage/companies/country', 'slices/companies/pages/country.organiser.tsx', 'manager'),
  line('/manage/companies/new', 'slices/companies/pages/new.organiser.tsx', 'manager'),
  line('/manage/companies/duplicates', 'slices/companies/pages/duplicates.organiser.tsx', 'manager'),
  line('/manage/companies/:company', 'slices/companies/pages/company.organiser.tsx', 'manager'),
  line('/manage/companies/:company/merge/:other', 'slices/companies/pages/merge.organiser.tsx', 'manager'),
  line('/manage/contacts/:contact', 'slices/companies/pages/contact.organiser.tsx', 'manager'),
  line('/manage/new', 'slices/programmes/pages/new-programme.organiser.tsx', 'operator'),
  line('/manage/:programme/new', 'slices/programmes/pages/new-edition.organiser.tsx', 'manager'),
  line('/manage/:programme/texts', 'slices/programmes/pages/texts.organiser.tsx', 'manager'),
  line('/manage/:programme/winners', 'slices/companies/pages/winners/list.organiser.tsx', 'manager'),
  line('/manage/:programme/winners.csv', 'slices/companies/pages/winners/list-file.ts', 'manager'),
  line('/manage/:programme/winners.xlsx', 'slices/companies/pages/winners/list-file.ts', 'manager'),
  line('/manage/:programme/winners/import', 'slices/companies/pages/winners/import.organiser.tsx', 'manager'),
  line('/manage/:programme/winners/names', 'slices/companies/pages/winners/names.organiser.tsx', 'manager'),
  line('/manage/:programme/questions', 'slices/programmes/pages/remarks/questions.organiser.tsx', 'manager'),
  line('/manage/:programme/people', 'slices/programmes/pages/people.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition', 'slices/programmes/pages/edition.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/file', 'slices/programmes/pages/edition-file.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/file.yaml', 'slices/programmes/pages/edition-yaml.ts', 'manager'),
  line('/manage/:programme/:edition/dry-run', 'slices/programmes/pages/dry-run/dry-run.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/dry-run/:run/events', 'slices/programmes/pages/dry-run/dry-run-events.ts', 'manager'),
  line('/manage/:programme/:edition/categories', 'slices/programmes/pages/categories.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/criteria', 'slices/programmes/pages/editing/criteria.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/award', 'slices/programmes/pages/editing/award.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/timeline', 'slices/programmes/pages/editing/timeline.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/translations', 'slices/programmes/pages/translating/translations.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/translations.csv', 'slices/lists/pages/translations-file.ts', 'manager'),
  line('/manage/:programme/:edition/translations.xlsx', 'slices/lists/pages/translations-file.ts', 'manager'),
  line('/manage/:programme/:edition/translations/table', 'slices/programmes/pages/translating/table.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/rules', 'slices/programmes/pages/rules.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/categories/table', 'slices/programmes/pages/tree/table.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/forms', 'slices/programmes/pages/forms/list.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/forms/:form', 'slices/programmes/pages/forms/form.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/forms/:form/changes', 'slices/programmes/pages/forms/changes.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/mail', 'slices/messages/pages/mails.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/mail/new', 'slices/messages/pages/new-batch.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/mail/batches/:batch', 'slices/messages/pages/batch.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/mail/texts', 'slices/messages/pages/texts.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/mail/texts/:mail', 'slices/messages/pages/text.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition/mail/sender', 'slices/messages/pages/sender.organiser.tsx', 'manager'),
  line('/account/mail', 'slices/messages/pages/topics.person.tsx', 'account'),
  line('/mail-off/:token', 'slices/messages/pages/mail-off.public.tsx', 'public'),
  line('/manage/:programme/webhooks', 'slices/integrations/pages/webhooks.organiser.tsx', 'manager'),
  line('/manage/:programme/webhooks/:webhook', 'slices/integrations/pages/webhook.organiser.tsx', 'manager'),
  line('/account/api-keys', 'slices/integrations/pages/api-keys.person.tsx', 'signed-in'),
  line('/developers', 'slices/integrations/pages/developers.public.tsx', 'public'),
  line('/problems', 'slices/integrations/pages/problems.public.tsx', 'public'),
  line('/problems/:code', 'slices/integrations/pages/problem.public.tsx', 'public'),
  line('/source', 'slices/system/pages/source.public.tsx', 'public'),
  line('/going.js', 'shells/pages/going-js.ts', 'public'),
  line('/go', 'slices/screening/pages/go.person.tsx', 'signed-in'),
  line('/go/list', 'slices/screening/pages/go-list.ts', 'signed-in'),
  line('/account/zone', 'slices/people/pages/habits/zone.person.tsx', 'account'),
  line('/account/keys', 'slices/people/pages/habits/keys.person.tsx', 'account'),
  line('/theme', 'shells/pages/theme.ts', 'public'),
  line('/gallery', 'ui/gallery/gallery.tsx', 'public'),
  line('/sign-in', 'slices/people/pages/sign-in.public.tsx', 'public'),
  line('/link/:token', 'slices/people/pages/link.public.tsx', 'public'),
  line('/set-up/:token', 'slices/people/pages/set-up.public.tsx', 'public'),
  line('/manage/system', 'slices/system/pages/system.operator.tsx', 'operator'),
  line('/manage/files', 'slices/files/pages/storage.operator.tsx', 'operator'),
  line('/manage/mailbox', 'slices/messages/pages/mailbox.operator.tsx', 'operator'),
  line('/jobs/:job/events', 'slices/system/pages/job-events.ts', 'operator'),
  line('/sign-in/factor', 'slices/people/pages/sign-in-factor.public.tsx', 'public'),
  line('/sign-in/to/:state', 'slices/people/pages/providers/to-provider.public.tsx', 'public'),
  line('/sign-in/from/:provider', 'slices/people/pages/providers/from-provider.public.tsx', 'public'),
  line('/sign-in/saml/:provider', 'slices/people/pages/providers/saml-metadata.ts', 'public'),
  line('/account/stand-ins', 'slices/people/pages/stand-ins/stand-ins.person.tsx', 'account'),
  line('/manage/stand-in', 'slices/people/pages/stand-ins/stand-in.operator.tsx', 'operator'),
  line('/stand-in', 'slices/people/pages/stand-ins/stand-in.ts', 'account'),
  line('/account/providers', 'slices/people/pages/providers/providers.person.tsx', 'account'),
  line('/manage/security', 'slices/people/pages/security.operator.tsx', 'operator'),
  line('/account', 'slices/people/pages/account.person.tsx', 'account'),
  line('/account/factors', 'slices/people/pages/factors.person.tsx', 'account'),
  line('/account/email', 'slices/people/pages/email.person.tsx', 'account'),
  line('/address/:token', 'slices/people/pages/address.public.tsx', 'public'),
  line('/account/privacy', 'slices/privacy/pages/privacy.person.tsx', 'account'),
  line('/account/privacy/:request/copy', 'slices/privacy/pages/copy.ts', 'account'),
  line('/merge/:token', 'slices/privacy/pages/merge.person.tsx', 'account'),
  line('/manage/privacy', 'slices/privacy/pages/privacy.operator.tsx', 'operator'),
  line('/terms', 'slices/people/pages/terms.public.tsx', 'public'),
  line('/manage/terms', 'slices/people/pages/terms.operator.tsx', 'operator'),
  line('/account/authenticator', 'slices/people/pages/authenticator.person.tsx', 'account'),
  line('/account/recovery-codes', 'slices/people/pages/recovery-codes.person.tsx', 'account'),
  line('/account/recovery-codes.txt', 'slices/people/pages/recovery-codes-txt.ts', 'account'),
];

/** URL pattern → policy, as the guard in `root.tsx` looks it up. */
export const policies: ReadonlyMap<string, Policy> = new Map(table.map(({ path, policy }) => [path, policy]));

const publicPages = [
  '/',
  '/p/:programme',
  '/p/:programme/winners',
  '/p/:programme/:edition',
  '/p/:programme/:edition/changes',
  '/p/:programme/:edition/winners',
  '/p/:programme/:edition/find',
  '/p/:programme/:edition/check',
  '/p/:programme/:edition/categories/:category',
  '/p/:programme/:edition/categories/:category/guide',
  '/source',
  '/theme',
  '/terms',
] as const;
const rolePages = [
  '/manage',
  '/manage/entries/:entry',
  '/manage/:programme/people',
  '/manage/:programme/texts',
  '/manage/:programme/:edition',
  '/manage/:programme/:edition/entries',
] as const;

/**
 * What whoever stands in for somebody may open; nothing else. Not here: whatever shows ballots, judges, drafts, results before their
 * time, files, an account, or the machine.
 */
export const standInPages: ReadonlyMap<string, StandInPage> = new Map([
  ...[...publicPages, ...rolePages].map((path) => [path, 'role'] as const),
  ...(['/home', '/entries/:entry', '/stand-in'] as const).map((path) => [path, 'own'] as const),
]);

/** The first page is an index route; others are written without the leading slash, as React Router wants them. */
export default table.map(({ path, file }): RouteConfigEntry => {
  const id = `${path} ${file.replace(/\.tsx?$/, '')}`;
  return path === '/' ? { id, file, index: true } : { id, file, path: path.slice(1) };
});
