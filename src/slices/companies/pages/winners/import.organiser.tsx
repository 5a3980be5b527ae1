import { useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { load } from '#http/context.ts';
import { act, type FormArgs, post, type Refused, refusalOf, type Shown, show, shownBy } from '#http/form.ts';
import type { Ctx } from '#platform/context.ts';
import { useWords } from '#shells/words.tsx';
import { PastWinnersPage } from '#slices/companies/parts/winners/frame.tsx';
import { ChooseList, FoundInList, ListsBroughtIn, UndoQuestion } from '#slices/companies/parts/winners/import.tsx';
import { winnersPlace } from '#slices/companies/winners/place.ts';
import { type FoundList, listAgain, lookAt, type SentList } from '#slices/companies/winners/sent-list.ts';
import { applyWinners, importsOf, programmeForManager, proposeWinners, withdrawWinners } from '#slices/programmes/index.ts';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const loader = load(async (ctx, { params, url: { searchParams } }) => {
  const { id, programme, mayChange } = await winnersPlace(ctx, { params });
  const { zone } = await programmeForManager(ctx, programme.slug);
  const lists = (await importsOf(ctx, id)).map(({ at, ...one }) => ({ ...one, at: zonedText(at.getTime(), zone) }));
  const figure = (name: string) => (/^\d{1,6}$/.test(searchParams.get(name) ?? '') ? Number(searchParams.get(name)) : undefined);
  return {
    programme,
    mayChange,
    lists,
    undo: mayChange ? lists.find((one) => one.id === searchParams.get('undo') && one.state !== 'withdrawn') : undefined,
    applied: figure('applied'),
    withdrawn: figure('withdrawn'),
  };
});

const placeOf = async ({ visitor, params }: FormArgs) => {
  const place = await winnersPlace(visitor.ctx, { params });
  if (!place.mayChange) throw problem('general.not-found');
  return place;
};
const pageOf = ({ params }: FormArgs) => `/manage/${params.programme}/winners/import`;

/** Handed in and brought in as one act of one form: sent again, each of the two answers what it answered. */
async function bringIn(ctx: Ctx, { programme, list }: { programme: string; list: SentList }) {
  const step = (name: string): Ctx => (ctx.key === undefined ? ctx : { ...ctx, key: `${ctx.key}.${name}` });
  const { import: id } = await proposeWinners(step('propose'), { programme, ...list });
  return applyWinners(step('apply'), { import: id });
}

export const action = act({
  look: show('look', async (args): Promise<FoundList> => lookAt(args, (await placeOf(args)).id)),
  apply: post(bringIn, {
    input: async (args) => ({ programme: (await placeOf(args)).id, list: listAgain(args.values) }),
    done: ({ added }, args) => `${pageOf(args)}?applied=${added}`,
  }),
  undo: post(withdrawWinners, {
    input: ({ values }) => ({ import: values.import ?? '' }),
    done: ({ removed }, args) => `${pageOf(args)}?withdrawn=${removed}`,
  }),
});

export default function ImportWinners() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<Refused | Shown<FoundList>>();
  const words = useWords().pastWinners.imports;
  const { programme, mayChange, lists, undo, applied, withdrawn } = view;
  const found = shownBy<FoundList>(answer, 'look');
  return (
    <PastWinnersPage programme={programme} part="imports" title={words.title}>
      {undo && <UndoQuestion list={undo} programme={programme} refusal={refusalOf(answer, 'undo')} />}
      <PageHead title={words.title} text={words.text} />
      <Stack space="wide">
        {!answer && applied !== undefined && (
          <Notice kind="ok" live>
            {words.applied(applied)}
          </Notice>
        )}
        {!answer && withdrawn !== undefined && (
          <Notice kind="ok" live>
            {words.withdrawn(withdrawn)}
          </Notice>
        )}
        {mayChange && (found || refusalOf(answer, 'apply')) && <FoundInList found={found} refusal={refusalOf(answer, 'apply')} />}
        {mayChange && <ChooseList refusal={refusalOf(answer, 'look')} again={found !== undefined} />}
        <ListsBroughtIn lists={lists} programme={programme} mayChange={mayChange} />
      </Stack>
    </PastWinnersPage>
  );
}
