import { useActionData, useLoaderData } from 'react-router';
import { load, type PageArgs } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import { addWebhook, secretOf, webhooksOf } from '#slices/integrations/index.ts';
import { chosenKinds } from '#slices/integrations/schemas.ts';
import { kindsToTell } from '#slices/integrations/webhooks/kinds.ts';
import { programmeForManager } from '#slices/programmes/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Section, Split, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';
import { WebhookFields, Webhooks } from '../parts/webhooks.tsx';

export const handle = { js: false };

const find = ({ visitor, params }: Pick<PageArgs, 'visitor' | 'params'>) => programmeForManager(visitor.ctx, params.programme ?? '');

export const loader = load(async (ctx, args) => {
  const { slug, name, relations } = await find(args);
  const webhooks = (await webhooksOf(ctx, slug)).map(({ id, address, note, state, delivered, waiting, failed }) => {
    return { id, address, note, state, delivered, waiting, failed };
  });
  return {
    programme: { slug, name },
    webhooks,
    kinds: [...kindsToTell],
    mayChange: relations.includes('manager'),
    deleted: args.url.searchParams.has('deleted'),
  };
});

export const action = act({
  add: post(addWebhook, {
    input: async (args) => {
      const { address = '', note = '', kinds = '' } = args.values;
      const { id: programme } = await find(args);
      return { programme, address, note, kinds: chosenKinds(kinds.split('\n')), secret: secretOf(args.key, programme) };
    },
    done: ({ webhook }, { params }) => `/manage/${params.programme}/webhooks/${webhook}?said=added`,
  }),
});

export default function WebhooksPage() {
  const { programme, webhooks, kinds, mayChange, deleted } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { webhooks: words, shell } = useWords();
  const way = [{ to: `/manage?programme=${programme.slug}`, text: programme.name }, { text: words.title }];
  const names = { address: words.address, note: words.note, kinds: words.kinds };
  return (
    <OrganiserPage title={[words.title, programme.name]} programme={{ text: programme.name, to: `/manage?programme=${programme.slug}` }}>
      <PageHead title={words.title} text={words.lead} crumbs={<Crumbs label={shell.crumbs} items={way} />} />
      <Stack space="wide">
        {deleted && !refused && (
          <Notice kind="ok" live>
            {words.deleted}
          </Notice>
        )}
        <Split kind="wide">
          <Stack>
            <Webhooks webhooks={webhooks} programme={programme.slug} />
            <p>
              <Link kind="go" to="/developers">
                {words.toDocs}
              </Link>
            </p>
          </Stack>
          {mayChange && (
            <Section title={words.add} first>
              <Form act="add" refusal={refusalOf(refused, 'add')} names={names}>
                <WebhookFields kinds={kinds} />
                <Button kind="main">{words.go}</Button>
              </Form>
            </Section>
          )}
        </Split>
      </Stack>
    </OrganiserPage>
  );
}
