import { useActionData, useLoaderData } from 'react-router';
import { withoutRule, withRule } from '#core/categories/naming-rules.ts';
import { mainLanguage } from '#core/editions/parts.ts';
import { problem } from '#core/problems/problem.ts';
import { load, type PageArgs } from '#http/context.ts';
import { act, type FormArgs, type Post, post, type Refused, refusalOf, type Shown, shownBy } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { type SentText, textAct } from '#slices/programmes/editing/notation.ts';
import { changePart, editionForManager, lockConfiguration, partsOf, unlockConfiguration } from '#slices/programmes/index.ts';
import { Beside } from '#slices/programmes/parts/rules/chosen.tsx';
import { SavedPart } from '#slices/programmes/parts/saved-part.tsx';
import { Untold } from '#slices/programmes/parts/translating/untold.tsx';
import { LockPart } from '#slices/programmes/parts/tree/locked.tsx';
import { asBody, atFields, type Body, keyIn, withoutRuleAt, withRuleAt } from '#slices/programmes/rules/changes.ts';
import { ruleFrom } from '#slices/programmes/rules/rule-values.ts';
import { factsIn, rulesForManager } from '#slices/programmes/rules/view.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { PageHead, Split, Stack } from '#ui/frames/frames.tsx';
import { Tag } from '#ui/messages/tag.tsx';

const editionIn = async ({ visitor, params }: Pick<PageArgs, 'visitor' | 'params'>) =>
  (await editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '')).edition;

export const loader = load(async (ctx, { params, url }) => {
  const view = await rulesForManager(ctx, params.programme ?? '', params.edition ?? '', url.searchParams);
  return { ...view, undoes: url.searchParams.get('part') ?? 'rules' };
});

const pathOf = ({ params }: PageArgs) => `/manage/${params.programme}/${params.edition}/rules`;

type Part = 'rules' | 'categories';

/** Where an act leads: the rule it was about, what was done, and the version it made, which is the way back. */
const done =
  (saved: string, part: Part, rule: (args: FormArgs) => string | undefined) =>
  (result: object, args: FormArgs): string => {
    const [key, version] = [rule(args), 'version' in result ? String(result.version) : ''];
    return `${pathOf(args)}?${new URLSearchParams({ ...(key && { rule: key }), saved, ...(version && { at: version, part }) })}`;
  };

type Now = Awaited<ReturnType<typeof partsOf>>;

/** One part as an act makes it from what there is; whether that is what its form saw, the version says. */
function changing(part: Part, change: (now: Now, args: FormArgs) => Body | Promise<Body>, next: ReturnType<typeof done>): Post {
  return {
    perform: async (ctx, args) => {
      const edition = await editionIn(args);
      const body = await change(await partsOf(ctx, edition), args);
      const input = { edition: edition.id, version: args.values.version ?? '', part, body };
      return post(changePart, { input: () => input, done: next }).perform(ctx, args);
    },
  };
}

const ruleIn = ({ values }: FormArgs) => values.rule || undefined;
const savedRule = done('saved', 'rules', ({ values }) => keyIn(values));

/** A new rule does not take the place of one that is there. */
function requireFree(now: Now, { values }: FormArgs): void {
  const key = keyIn(values);
  if ((values.rule ?? '') === '' && Object.hasOwn(now.rules, key))
    throw problem('general.invalid-input', { count: 1 }, [{ path: 'key', code: 'editions.key-twice', facts: { key } }]);
}

const save: Post = {
  perform: async (ctx, args) => {
    const { values } = args;
    const key = keyIn(values);
    const change = (now: Now) => {
      requireFree(now, args);
      const types = new Map(factsIn(now).map(({ name, type }) => [name, type]));
      return withRuleAt(
        now.rules,
        key,
        ruleFrom(values, now.rules[key], mainLanguage(now), (fact) => types.get(fact)),
      );
    };
    try {
      return await changing('rules', change, savedRule).perform(ctx, args);
    } catch (error) {
      throw atFields(error, key, values);
    }
  },
};

const saveText = textAct({
  start: ({ values }) => `rules.${keyIn(values)}`,
  save: (value) =>
    changing(
      'rules',
      (now, args) => {
        requireFree(now, args);
        return withRuleAt(now.rules, keyIn(args.values), value);
      },
      savedRule,
    ),
});

export const action = act({
  save,
  text: saveText,
  remove: changing(
    'rules',
    ({ rules }, { values }) => withoutRuleAt(rules, values.rule ?? ''),
    done('removed', 'rules', () => undefined),
  ),
  use: changing(
    'categories',
    ({ categories }, { values }) => asBody(withRule(categories, values.node ?? '', values.rule ?? '')),
    done('used', 'categories', ruleIn),
  ),
  leave: changing(
    'categories',
    ({ categories }, { values }) => asBody(withoutRule(categories, values.node ?? '', values.rule ?? '')),
    done('left', 'categories', ruleIn),
  ),
  undo: {
    perform: async (ctx, args) => {
      const part: Part = args.values.part === 'categories' ? 'categories' : 'rules';
      const change = async () => asBody((await partsOf(ctx, await editionIn(args), Math.max(1, Number(args.values.back) || 1)))[part]);
      return changing(
        part,
        change,
        done('undone', part, ({ url }) => url.searchParams.get('rule') ?? undefined),
      ).perform(ctx, args);
    },
  },
  unlock: post(unlockConfiguration, {
    input: async (args) => ({
      edition: (await editionIn(args)).id,
      version: args.values.version ?? '',
      because: args.values.because ?? '',
    }),
    done: done('unlocked', 'rules', ({ url }) => url.searchParams.get('rule') ?? undefined),
  }),
  lock: post(lockConfiguration, {
    input: async (args) => ({ edition: (await editionIn(args)).id, version: args.values.version ?? '' }),
    done: done('locked', 'rules', ({ url }) => url.searchParams.get('rule') ?? undefined),
  }),
});

type View = Awaited<ReturnType<typeof loader>>;

function RuleList({ view, here }: { view: View; here: string }) {
  const { ruleEditor: words, eligibility } = useWords();
  return (
    <div className="stack">
      {view.rules.length === 0 ? (
        <p className="soft">{words.none}</p>
      ) : (
        <ul className="plain-list stack" aria-label={words.list}>
          {view.rules.map(({ key, name, rule, counts, open }) => (
            <li key={key} className="stack-2">
              <p>
                <Link to={`${here}?rule=${key}#rule-chosen`} current={key === view.chosen?.key ? 'true' : undefined}>
                  <bdi>{name || key}</bdi>
                </Link>{' '}
                <span className="faint t-sm">{words.counts(counts)}</span> {open && <Tag kind="warn">{words.untold}</Tag>}
              </p>
              <p className="soft t-sm">{eligibility.rule(rule, view.fields)}</p>
            </li>
          ))}
        </ul>
      )}
      {view.mayChange && (
        <p>
          <ButtonLink to={`${here}?new=1#rule-chosen`}>{words.add}</ButtonLink>
        </p>
      )}
    </div>
  );
}

export default function RulesPage() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<Refused | Shown<SentText>>();
  const words = useWords().ruleEditor;
  const { edition, chosen } = view;
  const here = `/manage/${edition.programmeSlug}/${edition.slug}/rules`;
  const refusal = (name: string) => refusalOf(answer, name);
  return (
    <EditionPage edition={edition} part="edition" title={chosen ? [chosen.name || chosen.key, words.title] : [words.title]}>
      <PageHead title={words.title} over={`${edition.programmeName} ${edition.name}`} text={words.lead} />
      <Stack space="wide">
        {!answer && <SavedPart page={view} words={words} part={view.undoes} />}
        <LockPart view={view} refusal={refusal} />
        <Untold view={view} />
        <Split kind="half">
          <RuleList view={view} here={here} />
          <Beside view={view} here={here} refusal={refusal} sent={shownBy(answer, 'text')} />
        </Split>
      </Stack>
    </EditionPage>
  );
}
