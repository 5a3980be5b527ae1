import { useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { useWords } from '#shells/words.tsx';
import { requireReader } from '#slices/companies/access.ts';
import { addCompany } from '#slices/companies/index.ts';
import { CompanyFields } from '#slices/companies/parts/company-fields.tsx';
import { CompaniesPage } from '#slices/companies/parts/frame.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead } from '#ui/frames/frames.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const loader = load(async (ctx) => {
  const { mayChange } = await requireReader(ctx);
  if (!mayChange) throw problem('general.not-found');
  return { mayChange };
});

export const action = act({
  add: post(addCompany, {
    input: ({ values: { name = '', country = '', note = '' } }) => ({ name, country, note }),
    done: ({ company }) => `/manage/companies/${company}?added`,
  }),
});

export default function NewCompany() {
  useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { companies, shell } = useWords();
  const words = companies.form;
  const crumbs = <Crumbs label={shell.crumbs} items={[{ to: '/manage/companies', text: companies.list.title }, { text: words.new }]} />;
  return (
    <CompaniesPage title={[words.new]}>
      <PageHead title={words.new} text={words.newLead} crumbs={crumbs} />
      <Form act="add" refusal={refusalOf(refused, 'add')} names={{ name: words.name, country: words.country, note: words.note }}>
        <CompanyFields />
        <Button kind="main">{words.save}</Button>
      </Form>
    </CompaniesPage>
  );
}
