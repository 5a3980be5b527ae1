/** What the pages of forms are drawn from. */
import { openCategories, type Placed, placed } from '#core/categories/tree.ts';
import type { Parts } from '#core/editions/parts.ts';
import { isPreset, type PresetKey, presetKeys } from '#core/editions/presets/preset.ts';
import { fromPreset } from '#core/editions/presets/presets.ts';
import { formFor } from '#core/forms/audience.ts';
import { type Into, placeOf, type Target } from '#core/forms/editing/editing.ts';
import { askableFacts, fitsFact } from '#core/forms/facts/bound.ts';
import { decides, type Form, type Forms, fieldsOf, groupsOf, type Section } from '#core/forms/shape.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { goesByCopy } from '../../copies/by-copy.ts';
import { copyRow, openCopies } from '../../copies/store.ts';
import type { Edition } from '../../edition.ts';
import { partPage } from '../part-page.ts';
import type { Values } from '../sent.ts';
import { testChoices } from './condition-values.ts';
import { said } from './field-values.ts';
import { fieldIn, groupIn, sectionIn, targetValues } from './form-acts.ts';

const known = new Map<string, Forms>();

/** The forms of a preset, made once. What it is called and when it opens do not matter here. */
export function presetForms(key: string): Forms {
  const forms = known.get(key) ?? (isPreset(key) ? fromPreset(key, key, '2026-01-01').forms : {});
  if (isPreset(key)) known.set(key, forms);
  return forms;
}

type Source = { readonly preset: PresetKey; readonly form: string; readonly title: string };

/** The open categories a form is used by, its own or by inheritance; with the nodes that name it. */
function usesOf(parts: Parts, key: string, language: string) {
  const title = ({ node, path }: Placed): string => [...path, node].map(({ name }) => said(name, language)).join(' – ');
  const all = placed(parts.categories);
  const naming = new Set(all.filter(({ node }) => node.form === key).map(({ node }) => node.code));
  return {
    usedBy: openCategories(parts.categories)
      .filter(({ inherited }) => inherited.form === key)
      .map(title),
    named: all.filter(({ node }) => naming.has(node.code)).map((each) => ({ code: each.node.code, title: title(each) })),
    assignable: all
      .filter(({ node }) => !naming.has(node.code))
      .map((each) => ({ value: each.node.code, label: `${each.node.code} ${title(each)}` })),
  };
}

const sourcesOf = (language: string): Source[] =>
  presetKeys.flatMap((preset) =>
    Object.entries(presetForms(preset)).map(([form, { title }]) => ({ preset, form, title: said(title, language) })),
  );

export async function formsPage(ctx: Ctx, programme: string, slug: string, query: URLSearchParams) {
  const { whole, parts, language, page } = await partPage(ctx, programme, slug, query, 'forms');
  const open = openCategories(parts.categories);
  const copies = await openCopies(ctx, whole.id);
  return {
    ...page,
    forms: Object.entries(parts.forms).map(([key, form]) => ({
      key,
      title: said(form.title, language),
      fields: fieldsOf(form).length,
      usedBy: usesOf(parts, key, language).usedBy,
      /** What names it keeps it, retired categories too. */
      named: parts.categories.filter((node) => node.form === key).map(({ name }) => said(name, language)),
      hasCopy: copies.has(key),
    })),
    withoutForm: open.filter(({ inherited }) => inherited.form === undefined).length,
    sources: sourcesOf(language),
  };
}

export type FormsPage = Awaited<ReturnType<typeof formsPage>>;

type Line = { readonly kind: 'field' | 'group'; readonly key: string; readonly label: string; readonly depth: 0 | 1 };

function linesOf({ items }: Section, language: string): Line[] {
  return items.flatMap((item): Line[] => {
    const line = { key: item.key, label: said(item.label, language), depth: 0 } as const;
    if (item.kind !== 'group') return [{ ...line, kind: 'field' }];
    return [
      { ...line, kind: 'group' },
      ...item.fields.map(({ key, label }): Line => ({ kind: 'field', key, label: said(label, language), depth: 1 })),
    ];
  });
}

/** What hangs from a thing if it did: no condition of it may ask about these. */
function within(form: Form, { kind, key }: Target): string[] {
  if (kind === 'section')
    return fieldsOf(form)
      .filter(({ section }) => section.key === key)
      .map(({ field }) => field.key);
  return [key, ...(groupIn(form, key)?.fields ?? []).map((field) => field.key)];
}

const written = ({ kind, key }: Target | Into): string => `${kind}:${key}`;

function siblingsOf(form: Form, { kind, key }: Target): readonly { readonly key: string }[] {
  if (kind === 'section') return form.sections;
  const lists = form.sections.flatMap(({ items }) => [items, ...items.flatMap((item) => (item.kind === 'group' ? [item.fields] : []))]);
  return lists.find((list) => list.some((each) => each.key === key)) ?? [];
}

function chosenIn(form: Form, target: Target, language: string) {
  const values = targetValues(form, target, language);
  if (!values) return undefined;
  const [section, field, group] =
    target.kind === 'section'
      ? [sectionIn(form, target.key), undefined, undefined]
      : [undefined, fieldIn(form, target.key), groupIn(form, target.key)];
  const beside = siblingsOf(form, target);
  const at = beside.findIndex(({ key }) => key === target.key);
  const place = field && placeOf(form, field.key);
  const inGroup = place?.kind === 'group' ? groupIn(form, place.key) : undefined;
  const when = (section ?? field ?? group)?.condition;
  return {
    target: written(target),
    key: target.key,
    title: said(section?.title ?? field?.label ?? group?.label, language),
    values,
    field,
    /** The facts of the rules a question like this may answer. */
    facts: field ? askableFacts.filter((fact) => fact === field.fact || fitsFact(field, fact)) : [],
    /** Fields in it, which go with a section and stay where a group was. */
    holds: section ? fieldsOf(form).filter((each) => each.section.key === section.key).length : (group?.fields.length ?? 0),
    isSection: section !== undefined,
    isGroup: group !== undefined,
    groupDecides: decides(inGroup),
    mayRise: at > 0,
    mayFall: at >= 0 && at < beside.length - 1,
    place: place && written(place),
    into: section ? written({ kind: 'section', key: section.key }) : group ? written({ kind: 'group', key: group.key }) : undefined,
    /** What may be put together to a group here. */
    loose: section?.items.flatMap((item) => (item.kind === 'group' ? [] : [{ value: item.key, label: said(item.label, language) }])) ?? [],
    tests: testChoices(form, language, within(form, target), when),
    conditions: Object.keys(values).filter((name) => /^condition\.\d+\.of$/.test(name)).length,
  };
}

/** What stands at each path, so that a refusal far from what is being edited names it. */
function namesOf(form: Form, key: string, language: string): Values {
  const at = (path: string, name: string) => [`forms.${key}.${path}`, name] as const;
  return Object.fromEntries([
    ...form.sections.map(({ title }, i) => at(`sections.${i}`, said(title, language))),
    ...groupsOf(form).map(({ group, path }) => at(path, said(group.label, language))),
    ...fieldsOf(form).map(({ field, path }) => at(path, said(field.label, language))),
  ]);
}

const readers = ['entrant', 'judge'] as const;

/** How a form that entries answer is changed; undefined where it is changed at once. */
async function copyOf(ctx: Ctx, { whole, parts }: { whole: Edition; parts: Parts }, key: string, at: number) {
  if (!(await goesByCopy(ctx, whole.id, parts, key))) return undefined;
  const place = { edition: whole.id, form: key };
  const last = await copyRow(ctx, place);
  const open = (await openCopies(ctx, whole.id)).get(key);
  const version = last?.version ?? 0;
  const before = last?.ended === null && at === version && version > 1 ? await copyRow(ctx, place, version - 1) : undefined;
  return {
    version,
    form: last?.ended === null ? last.form : undefined,
    open: open && { by: open.begunBy, since: zonedText(open.begunAt.getTime(), whole.zone) },
    /** The version that holds what there was before what has just been done; what was thrown away holds it itself. */
    back: last?.ended === 'discarded' && at === version ? version : before?.ended === null ? before.version : undefined,
  };
}

export async function formPage(ctx: Ctx, programme: string, slug: string, key: string, query: URLSearchParams) {
  const { whole, parts, language, page } = await partPage(ctx, programme, slug, query, 'forms');
  const asked = Object.hasOwn(parts.forms, key) ? parts.forms[key] : undefined;
  if (!asked) throw problem('general.not-found');
  const byCopy = await copyOf(ctx, { whole, parts }, key, Number(query.get('at')));
  const form = byCopy?.form ?? asked;
  const [section, item] = [query.get('section'), query.get('item')];
  const target: Target | undefined =
    section !== null ? { kind: 'section', key: section } : item !== null ? { kind: 'item', key: item } : undefined;
  const seen = formFor(form, 'judge');
  const reader = readers.find((each) => each === query.get('see')) ?? 'entrant';
  return {
    ...page,
    /** A copy may be changed while the edition is locked: nobody is asked by it. */
    ...(byCopy && { mayChange: page.manages, mayUnlock: false }),
    uses: usesOf(parts, key, language),
    /** Which categories a form is for is another part of the edition, and locked with it. */
    mayAssign: page.mayChange,
    copy: byCopy && { version: byCopy.version, open: byCopy.open, back: byCopy.back },
    key,
    title: said(form.title, language),
    values: { title: said(form.title, language), help: said(form.help, language) },
    outline: form.sections.map((each) => ({ key: each.key, title: said(each.title, language), lines: linesOf(each, language) })),
    fields: fieldsOf(form).length,
    chosen: target && chosenIn(form, target, language),
    places: form.sections.flatMap((each) => [
      { value: written({ kind: 'section', key: each.key }), label: said(each.title, language) },
      ...each.items.flatMap((one) =>
        one.kind === 'group'
          ? [{ value: written({ kind: 'group', key: one.key }), label: `${said(each.title, language)} – ${said(one.label, language)}` }]
          : [],
      ),
    ]),
    names: namesOf(form, key, language),
    preview: { reader, form: reader === 'judge' ? seen : form, hidden: fieldsOf(form).length - fieldsOf(seen).length, language },
  };
}

export type FormPage = Awaited<ReturnType<typeof formPage>>;
export type ChosenPart = NonNullable<FormPage['chosen']>;
