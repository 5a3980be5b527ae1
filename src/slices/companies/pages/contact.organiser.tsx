import { useActionData, useLoaderData } from 'react-router';
import { zonedText } from '#core/season/wall-time.ts';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf as refusalIn } from '#http/form.ts';
import { useWords } from '#shells/words.tsx';
import { changeContact, endEmployment, eraseContact } from '#slices/companies/index.ts';
import { History } from '#slices/companies/parts/company.tsx';
import type { RefusalOf } from '#slices/companies/parts/company-forms.tsx';
import { ContactForm, Employments, EraseQuestion } from '#slices/companies/parts/contact.tsx';
import { CompaniesPage } from '#slices/companies/parts/frame.tsx';
import { contactForReader } from '#slices/companies/views.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { PageHead, Section, Split, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

const told = (at: Date) => zonedText(at.getTime(), 'Etc/UTC');

export const loader = load(async (ctx, { params, url }) => {
  const view = await contactForReader(ctx, params.contact);
  return {
    ...view,
    history: view.history.map(({ at, ...line }) => ({ ...line, at: told(at) })),
    now: told(ctx.now),
    saved: url.searchParams.has('saved'),
    erasing: url.searchParams.has('erase') && view.mayChange,
  };
});

const pageOf = (contact: string | undefined) => `/manage/contacts/${contact ?? ''}`;

export const action = act({
  change: post(changeContact, {
    input: ({ params, values: { version = '', name = '', email = '' } }) => ({ contact: params.contact ?? '', version, name, email }),
    done: (_result, { params }) => `${pageOf(params.contact)}?saved`,
  }),
  end: post(endEmployment, {
    input: ({ values: { employment = '', version = '', until = '' } }) => ({ employment, version, until }),
    done: (_result, { params }) => `${pageOf(params.contact)}?saved`,
  }),
  erase: post(eraseContact, {
    input: ({ params, values: { reason = '' } }) => ({ contact: params.contact ?? '', reason }),
    done: (_result, { params }) => pageOf(params.contact),
  }),
});

export default function Contact() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { companies } = useWords();
  const words = companies.contact;
  const refusalOf: RefusalOf = (name) => refusalIn(refused, name);
  const { contact, employments, mayChange } = view;
  const name = contact.erased ? words.erased : contact.name;
  const erase = mayChange && !view.erasing && (
    <ButtonLink kind="quiet" to={`${pageOf(contact.id)}?erase`}>
      {words.erase}
    </ButtonLink>
  );
  const facts = [
    { name: words.email, value: contact.email ?? words.none },
    { name: words.account, value: contact.account ? words.hasAccount : words.noAccount },
  ];
  return (
    <CompaniesPage title={[name, companies.list.title]}>
      {(view.erasing || refusalOf('erase')) && (
        <EraseQuestion contact={contact} employments={employments.length} refusal={refusalOf('erase')} />
      )}
      <PageHead title={name} over={words.over} acts={erase} {...(contact.erased && { text: words.erasedText })} />
      <Stack space="wide">
        {view.saved && !refused && (
          <Notice kind="ok" live>
            {companies.page.saved}
          </Notice>
        )}
        <Split kind="wide">
          <div>
            <Employments employments={employments} mayChange={mayChange} refusal={refusalOf('end')} />
            <History history={view.history} now={view.now} />
          </div>
          {!contact.erased && (
            <Section title={companies.contact.facts} first>
              <Facts of={facts} />
              {mayChange && <ContactForm contact={contact} refusalOf={refusalOf} />}
            </Section>
          )}
        </Split>
      </Stack>
    </CompaniesPage>
  );
}
