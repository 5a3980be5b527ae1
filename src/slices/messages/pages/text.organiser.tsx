import { useActionData, useLoaderData } from 'react-router';
import { load, type PageArgs } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { useWords } from '#shells/words.tsx';
import { changeMailText, resetMailText, sendTest } from '#slices/messages/index.ts';
import { MailPage, mailPath } from '#slices/messages/parts/frame.tsx';
import { Letter } from '#slices/messages/parts/letter.tsx';
import { MailPreview, TestForm } from '#slices/messages/parts/preview.tsx';
import { MailTextFields } from '#slices/messages/parts/text-fields.tsx';
import { textPage } from '#slices/messages/texts/views.ts';
import { editionForManager } from '#slices/programmes/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { Section, Split, Stack } from '#ui/frames/frames.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

const where = ({ params }: Pick<PageArgs, 'params'>) => ({
  programme: params.programme ?? '',
  slug: params.edition ?? '',
  mail: params.mail ?? '',
});

export const loader = load(async (ctx, args) => ({
  ...(await textPage(ctx, where(args), args.url.searchParams)),
  email: args.visitor.person?.email ?? '',
}));

const here = ({ params }: Pick<PageArgs, 'params'>) => `/manage/${params.programme}/${params.edition}/mail/texts/${params.mail}`;

async function named({ visitor, params }: Pick<PageArgs, 'visitor' | 'params'>) {
  const { edition } = await editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '');
  return { edition: edition.id, mail: params.mail ?? '' };
}

export const action = act({
  save: post(changeMailText, {
    input: async (args) => {
      const { version = '', subject = '', body = '' } = args.values;
      return { ...(await named(args)), version, subject, body };
    },
    done: (_result, args) => `${here(args)}?saved`,
  }),
  reset: post(resetMailText, {
    input: async (args) => ({ ...(await named(args)), version: args.values.version ?? '' }),
    done: (_result, args) => `${here(args)}?reset`,
  }),
  test: post(sendTest, {
    input: async (args) => {
      const { text } = await textPage(args.visitor.ctx, where(args), new URLSearchParams());
      return { ...(await named(args)), ...text, as: args.values.as ?? '' };
    },
    done: (_result, args) => `${here(args)}?tested&as=${args.values.as ?? ''}`,
  }),
});

export default function MailText() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { mailing, shell } = useWords();
  const words = mailing.texts;
  const { edition, mail, text, version, own, places, mayChange, said } = view;
  const path = mailPath(edition);
  const crumbs = (
    <Crumbs
      label={shell.crumbs}
      items={[{ to: path, text: mailing.list.title }, { to: `${path}/texts`, text: words.title }, { text: mailing.kindOf(mail) }]}
    />
  );
  const told = { saved: words.saved, reset: words.resetDone, tested: mailing.batch.tested };
  return (
    <MailPage
      edition={edition}
      title={mailing.kindOf(mail)}
      crumbs={crumbs}
      over={own ? words.own : words.standing}
      said={!refused && said ? told[said] : undefined}
    >
      <Split kind="half">
        <Section title={words.edit} first>
          {mayChange ? (
            <Stack>
              <Form act="save" refusal={refusalOf(refused, 'save')} names={{ subject: mailing.batch.subject, body: mailing.batch.body }}>
                <MailTextFields text={text} places={places} />
                <Button kind="main">{words.save}</Button>
                <input type="hidden" name="version" value={version} />
              </Form>
              {own && (
                <Form act="reset" refusal={refusalOf(refused, 'reset')}>
                  <Button kind="quiet">{words.reset}</Button>
                  <input type="hidden" name="version" value={version} />
                </Form>
              )}
            </Stack>
          ) : (
            <Letter subject={text.subject} text={text.body} />
          )}
        </Section>
        <Stack space="wide">
          <MailPreview {...view} to={`${path}/texts/${mail}`} title={words.sample} nobody={words.nobody} />
          {mayChange && <TestForm reader={view.reader} email={view.email} refusal={refusalOf(refused, 'test')} />}
        </Stack>
      </Split>
    </MailPage>
  );
}
