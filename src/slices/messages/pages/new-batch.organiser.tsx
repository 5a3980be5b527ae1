import { useActionData, useLoaderData } from 'react-router';
import { load, type PageArgs } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { useWords } from '#shells/words.tsx';
import { newBatchPage } from '#slices/messages/batches/views.ts';
import { prepareBatch } from '#slices/messages/index.ts';
import { MailPage, mailPath } from '#slices/messages/parts/frame.tsx';
import { MailTextFields } from '#slices/messages/parts/text-fields.tsx';
import { editionForManager } from '#slices/programmes/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { useHref } from '#ui/base/frame.tsx';
import { Radios } from '#ui/forms/choice.tsx';
import { Form } from '#ui/forms/form.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load((ctx, { params, url }) =>
  newBatchPage(ctx, params.programme ?? '', params.edition ?? '', url.searchParams.get('kind')),
);

const here = ({ params }: Pick<PageArgs, 'params'>) => `/manage/${params.programme}/${params.edition}/mail`;

export const action = act({
  prepare: post(prepareBatch, {
    input: async ({ visitor, params, values: { mail = '', subject = '', body = '' } }) => {
      const { edition } = await editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '');
      return { edition: edition.id, mail, subject, body };
    },
    done: ({ batch }, args) => `${here(args)}/batches/${batch}?prepared`,
  }),
});

export default function NewBatch() {
  const { edition, kinds, chosen } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { mailing, shell } = useWords();
  const words = mailing.batch;
  const path = mailPath(edition);
  const crumbs = <Crumbs label={shell.crumbs} items={[{ to: path, text: mailing.list.title }, { text: words.new }]} />;
  const options = kinds.map(({ mail, people }) => ({
    value: mail,
    label: mailing.kindOf(mail),
    hint: people === 0 ? words.nobodyYet : mailing.people(people),
  }));
  return (
    <MailPage edition={edition} title={words.new} crumbs={crumbs} text={words.newLead}>
      <form method="get" action={useHref(`${path}/new`)} className="stack-5">
        <Radios name="kind" label={words.kind} value={chosen?.mail ?? kinds[0]?.mail ?? ''} options={options} />
        <Button kind={chosen ? undefined : 'main'}>{words.choose}</Button>
      </form>
      {chosen && (
        <Form act="prepare" refusal={refusalOf(refused, 'prepare')} names={{ subject: words.subject, body: words.body }}>
          <h2 className="h2">{mailing.kindOf(chosen.mail)}</h2>
          <MailTextFields text={chosen} places={chosen.places} />
          <p className="t-sm soft" id="will">
            {words.prepareWill}
          </p>
          <Button kind="main" describedBy="will">
            {words.prepare(chosen.people)}
          </Button>
          <input type="hidden" name="mail" value={chosen.mail} />
        </Form>
      )}
    </MailPage>
  );
}
