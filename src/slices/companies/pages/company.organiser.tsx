import { useActionData, useLoaderData } from 'react-router';
import { sizeClasses } from '#core/companies/sizes.ts';
import { load, type PageArgs } from '#http/context.ts';
import { act, post, type Refused, refusalOf as refusalIn } from '#http/form.ts';
import { ids } from '#platform/ids.ts';
import { useWords } from '#shells/words.tsx';
import { type CompanyPageView, companyPage } from '#slices/companies/company-page.ts';
import {
  addDomain,
  addEmployment,
  addName,
  changeCompany,
  recordSize,
  removeDomain,
  removeName,
  setParent,
  undoMerge,
} from '#slices/companies/index.ts';
import { History, Merges, Names, Sizes, UndoForm, WhatItIs } from '#slices/companies/parts/company.tsx';
import type { RefusalOf } from '#slices/companies/parts/company-forms.tsx';
import { CompaniesPage } from '#slices/companies/parts/frame.tsx';
import { People } from '#slices/companies/parts/people.tsx';
import { companyNamed } from '#slices/companies/views.ts';
import { Link } from '#ui/actions/link.tsx';
import { PageHead, Split, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Toast } from '#ui/messages/toast.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const loader = load((ctx, { params, url }) => companyPage(ctx, params.company, url.searchParams));

const idOf = ({ params }: Pick<PageArgs, 'params'>) => params.company ?? '';
const saved = (_: unknown, args: PageArgs) => `/manage/companies/${idOf(args)}?saved`;
const kindIn = (text = '') => (['trading', 'short', 'former', 'script'] as const).find((kind) => kind === text) ?? 'trading';
const classIn = (text = '') => sizeClasses.find((size) => size === text) ?? 'small';

/** A name that is nobody's leads to a company that is not there, which is refused at its field. */
async function parentIn({ visitor, values }: PageArgs & { values: Readonly<Record<string, string>> }): Promise<string> {
  const name = values.parent ?? '';
  return name.trim() === '' ? '' : ((await companyNamed(visitor.ctx, name)) ?? ids.random());
}

export const action = act({
  change: post(changeCompany, {
    input: (args) => {
      const { version = '', name = '', country = '', note = '' } = args.values;
      return { company: idOf(args), version, name, country, note };
    },
    done: saved,
  }),
  parent: post(setParent, {
    input: async (args) => ({ company: idOf(args), version: args.values.version ?? '', parent: await parentIn(args) }),
    done: saved,
  }),
  'add-name': post(addName, {
    input: (args) => ({ company: idOf(args), name: args.values.name ?? '', kind: kindIn(args.values.kind) }),
    done: saved,
  }),
  'remove-name': post(removeName, { input: (args) => ({ company: idOf(args), name: args.values.name ?? '' }), done: saved }),
  'add-domain': post(addDomain, { input: (args) => ({ company: idOf(args), domain: args.values.domain ?? '' }), done: saved }),
  'remove-domain': post(removeDomain, { input: (args) => ({ company: idOf(args), domain: args.values.domain ?? '' }), done: saved }),
  size: post(recordSize, {
    input: (args) => {
      const { asOf = '', source = '' } = args.values;
      return { company: idOf(args), class: classIn(args.values.class), asOf, source };
    },
    done: saved,
  }),
  'add-person': post(addEmployment, {
    input: (args) => {
      const { name = '', email = '', title = '', from = '', until = '' } = args.values;
      return { company: idOf(args), name, email, title, from, until };
    },
    done: saved,
  }),
  undo: post(undoMerge, {
    input: ({ values }) => ({ merge: values.merge ?? '' }),
    done: (_result, args) => `/manage/companies/${idOf(args)}?undone`,
  }),
});

/** What was just done, and what it led to. */
function Said({ view, refusalOf }: { view: CompanyPageView; refusalOf: RefusalOf }) {
  const words = useWords().companies.page;
  const { merged, said, alike } = view;
  if (merged) {
    const undo = view.mayUndo && <UndoForm merge={merged.id} name={merged.merged.name} refusalOf={refusalOf} />;
    return <Toast undo={undo}>{words.merged(merged.merged.name)}</Toast>;
  }
  return (
    <>
      {said && (
        <Notice kind="ok" live>
          {words[said]}
        </Notice>
      )}
      {alike > 0 && (
        <Notice kind="warn">
          {words.addedAlike(alike)} <Link to="/manage/companies/duplicates">{words.compare}</Link>
        </Notice>
      )}
    </>
  );
}

function MergedAway({ view, refusalOf }: { view: CompanyPageView; refusalOf: RefusalOf }) {
  const words = useWords().companies.page;
  const { company, merges, mayUndo } = view;
  const merge = merges.find(({ merged }) => merged.id === company.id);
  if (!company.into || !merge) return null;
  return (
    <Notice kind="info" lead={words.into}>
      <Link to={`/manage/companies/${company.into.id}`}>{company.into.name}</Link>. {words.intoText}
      {mayUndo && <UndoForm merge={merge.id} name={company.name} refusalOf={refusalOf} />}
    </Notice>
  );
}

export default function Company() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { companies, shell } = useWords();
  const refusalOf: RefusalOf = (name) => refusalIn(refused, name);
  const { company, mayChange, people } = view;
  const crumbs = <Crumbs label={shell.crumbs} items={[{ to: '/manage/companies', text: companies.list.title }, { text: company.name }]} />;
  return (
    <CompaniesPage title={[company.name, companies.list.title]}>
      <PageHead title={company.name} crumbs={crumbs} />
      <Stack space="wide">
        {!refused && <Said view={view} refusalOf={refusalOf} />}
        <MergedAway view={view} refusalOf={refusalOf} />
        <Split kind="wide">
          <div>
            <People people={people} mayChange={mayChange} refusalOf={refusalOf} />
            <Sizes view={view} refusalOf={refusalOf} />
            <Merges view={view} refusalOf={refusalOf} />
            <History history={view.history} now={view.now} />
          </div>
          <div>
            <WhatItIs view={view} refusalOf={refusalOf} />
            <Names view={view} refusalOf={refusalOf} />
          </div>
        </Split>
      </Stack>
    </CompaniesPage>
  );
}
