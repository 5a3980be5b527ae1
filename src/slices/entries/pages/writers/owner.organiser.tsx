import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { offerOwnership, withdrawWriterInvitation } from '#slices/entries/index.ts';
import { HandOver } from '#slices/entries/parts/writers/writers.tsx';
import { ownerPage } from '#slices/entries/writers/views.ts';
import { linkTokenOf } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Split, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { params, url }) => ({
  ...(await ownerPage(ctx, params.entry ?? '')),
  said: (['offered', 'withdrawn'] as const).find((one) => url.searchParams.has(one)),
  to: url.searchParams.get('offered') ?? '',
}));

const page = (entry: string | undefined, said: string) => `/manage/entries/${entry}/owner?${said}`;

export const action = act({
  offer: post(offerOwnership, {
    input: ({ params, values: { email = '', name = '' }, key }) => ({
      entry: params.entry ?? '',
      email,
      name,
      token: linkTokenOf(key, email),
    }),
    done: (_result, { params, values }) => page(params.entry, `offered=${encodeURIComponent(values.email ?? '')}`),
  }),
  withdraw: post(withdrawWriterInvitation, {
    input: ({ params, values }) => ({ entry: params.entry ?? '', invitation: values.invitation ?? '' }),
    done: (_result, { params }) => page(params.entry, 'withdrawn'),
  }),
});

type View = Awaited<ReturnType<typeof loader>>;

/** To whom it was offered, and until when they may accept. */
function Offered({ offered, mayChange }: { offered: NonNullable<View['offered']>; mayChange: boolean }) {
  const refused = useActionData<Refused>();
  const { dates, writers } = useWords();
  const words = writers.handing;
  const { name, email, expired, expiresAt, invitation } = offered;
  const lead = expired ? words.over(name, email) : words.waits(name, email, dates.dayInYears(expiresAt));
  return (
    <Notice kind={expired ? 'warn' : 'info'} lead={lead}>
      {mayChange && (
        <Form act="withdraw" refusal={refusalOf(refused, 'withdraw')}>
          <p>{words.again}</p>
          <input type="hidden" name="invitation" value={invitation} />
          <Button size="small">{words.withdraw}</Button>
        </Form>
      )}
    </Notice>
  );
}

export default function OwnerOfEntry() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { entries, shell, writers } = useWords();
  const words = writers.handing;
  const { programmeSlug, slug } = view.edition;
  const crumbs = [
    { to: `/manage/${programmeSlug}/${slug}/entries`, text: entries.list.title },
    { to: `/manage/entries/${view.id}`, text: view.number },
  ];
  return (
    <EditionPage edition={view.edition} part="entries" title={[words.title, view.title]}>
      <PageHead title={view.title} crumbs={<Crumbs label={shell.crumbs} items={crumbs} />} over={words.title} text={words.lead} />
      <Stack space="wide">
        {!refused && view.said && (
          <Notice kind="ok" live>
            {view.said === 'offered' ? writers.offered(view.to) : words.withdrawn}
          </Notice>
        )}
        <Split kind="wide">
          <Stack>
            <Facts
              of={[
                { name: writers.owner, value: view.owner.name },
                { name: writers.email, value: view.owner.email },
              ]}
            />
            {view.offered && <Offered offered={view.offered} mayChange={view.mayChange} />}
          </Stack>
          {view.mayChange ? (
            <HandOver title={words.form} lead={[]} refusal={refusalOf(refused, 'offer')} first />
          ) : (
            <p className="soft">{words.onlyManagers}</p>
          )}
        </Split>
      </Stack>
    </EditionPage>
  );
}
