import { memo, type ReactNode, useCallback, useRef } from 'react';
import type { Answers } from '#core/forms/answer-shapes.ts';
import type { Condition } from '#core/forms/conditions.ts';
import { controlName, isOfFiles } from '#core/forms/controls/sending.ts';
import type { Field, Group } from '#core/forms/fields.ts';
import { decides, type Form, fieldsOf, type Section } from '#core/forms/shape.ts';
import { inLanguage, type LocalText } from '#core/languages/local-text.ts';
import { Fold } from '#ui/data/fold.tsx';
import type { Option } from '#ui/forms/choice.tsx';
import { FieldError } from '#ui/forms/field-error.tsx';
import { useField } from '#ui/forms/form.tsx';
import { useWords } from '../words.tsx';
import { type AskedOf, limitSentence, type Say } from './asked.ts';
import { AskedNote, type NoteKind } from './asked-note.tsx';
import { conditionSentence } from './conditions.ts';
import { FieldAsked } from './field-asked.tsx';
import { type Live, useLive } from './live.ts';
import './form-asked.css';

export type FormAskedProps = {
  readonly form: Form;
  /** As they are kept, those that are files too; what was written and refused comes from the form around. */
  readonly answers: Answers;
  /** The reader's language, and the one everything is written in. */
  readonly language: string;
  readonly fallback: string;
  /** Draws what takes the files of a field. Without it nothing can be sent: a preview. */
  readonly files?: ((field: Field, asked: Pick<AskedOf<Field>, 'hint' | 'optional'> & { readonly label: string }) => ReactNode) | undefined;
  /** The files a figure may come from, by their ids. */
  readonly sources?: readonly Option[] | undefined;
  /** Why a field or a group keeps the whole from being sent in, by its key. */
  readonly notes?: ReadonlyMap<string, NoteKind> | undefined;
  /** Names of the controls somebody sent the whole back for; none of these is left to the writer. */
  readonly asked?: readonly string[] | undefined;
  /** Drawn above a field, by its control's name. */
  readonly above?: ((name: string) => ReactNode) | undefined;
  /** How often a field was drawn anew with the answer that is kept, by its control's name: what was written in it goes. */
  readonly redrawn?: ReadonlyMap<string, number> | undefined;
};

const noNotes: ReadonlyMap<string, NoteKind> = new Map();
const noneAsked: readonly string[] = [];

type Whole = {
  readonly form: Form;
  readonly answers: Answers;
  readonly say: Say;
  readonly live: Live;
  readonly files: FormAskedProps['files'];
  readonly sources: FormAskedProps['sources'];
  readonly notes: ReadonlyMap<string, NoteKind>;
  readonly asked: readonly string[];
  readonly above: FormAskedProps['above'];
  readonly redrawn: FormAskedProps['redrawn'];
};

/** Where scripts run only what is asked is in sight; elsewhere everything is, with the condition said. */
function When({ form, when, say }: { form: Form; when: Condition | undefined; say: Say }) {
  const { asking } = useWords().forms;
  const sentence = conditionSentence(form, when, say, asking);
  return sentence === undefined ? null : <p className="asked__when hint">{sentence}</p>;
}

type OneProps = Pick<Whole, 'form' | 'say' | 'files' | 'sources' | 'above'> & {
  readonly field: Field;
  readonly inGroup: boolean;
  readonly raw: unknown;
  readonly shown: boolean;
  readonly note: NoteKind | undefined;
  readonly asked: boolean;
};

/** Drawn again only when it appears or goes: what is written in it is the browser's. */
const One = memo(function One({ form, field, inGroup, raw, say, shown, note, asked, files, sources, above }: OneProps) {
  const { forms } = useWords();
  const { asking } = forms;
  const mark = asked ? asking.askedOfYou : asking.optional;
  const optional = inGroup || field.required !== 'never' ? undefined : mark;
  const parts = [
    field.help === undefined ? '' : say(field.help),
    limitSentence(field, say, forms),
    field.required === 'draft' ? asking.fromTheStart : '',
  ].filter((part) => part !== '');
  const hint = parts.length === 0 ? undefined : parts.join(' ');
  return (
    <div className="asked" data-asked={shown ? 'yes' : 'no'}>
      <When form={form} when={field.condition} say={say} />
      {note && <AskedNote is={note} />}
      {above?.(controlName(field.key))}
      <FieldAsked
        field={field}
        raw={raw}
        say={say}
        optional={optional}
        hint={hint}
        files={isOfFiles(field) ? files?.(field, { label: say(field.label), hint, optional }) : undefined}
        sources={sources}
      />
    </div>
  );
});

const rawOf = (answers: Answers, key: string): unknown => (Object.hasOwn(answers, key) ? answers[key] : undefined);

function Fields({
  of,
  inGroup,
  form,
  answers,
  say,
  live,
  notes,
  asked,
  files,
  sources,
  above,
  redrawn,
}: Whole & { of: readonly Field[]; inGroup: boolean }) {
  return of.map((field) => (
    <One
      key={`${field.key} ${redrawn?.get(controlName(field.key)) ?? 0}`}
      form={form}
      field={field}
      inGroup={inGroup}
      raw={rawOf(answers, field.key)}
      say={say}
      shown={live.shown.has(field.key)}
      note={notes.get(field.key)}
      asked={asked.includes(controlName(field.key))}
      files={files}
      sources={sources}
      above={above}
    />
  ));
}

const anyShown = (fields: readonly Field[], { shown }: Live): boolean => fields.some(({ key }) => shown.has(key));

/** Fields that belong together; where one of them is asked for, how it stands is said below them. */
function Together({ group, ...whole }: Whole & { group: Group }) {
  const { form, say, live } = whole;
  const { forms } = useWords();
  const { id, error } = useField(controlName(group.key));
  const state = live.groups.get(group.key)?.state ?? 'none';
  const note = whole.notes.get(group.key);
  const optional = group.required === 'never';
  return (
    <fieldset className="asked asked__group stack" id={id} data-asked={anyShown(group.fields, live) ? 'yes' : 'no'}>
      <legend className="h3">{say(group.label)}</legend>
      {decides(group) && group.rule !== 'plain' && (
        <p className="hint">{optional ? forms.asking.ruleOptional[group.rule] : forms.rule[group.rule]}</p>
      )}
      {note && <AskedNote is={note} />}
      <When form={form} when={group.condition} say={say} />
      {group.help !== undefined && <p className="hint measure">{say(group.help)}</p>}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <Fields {...whole} of={group.fields} inGroup={decides(group)} />
      {group.rule !== 'plain' && (
        <p className="hint" role="status">
          {optional && state === 'none' ? forms.asking.group.noneNeeded : forms.asking.group[state][group.rule]}
        </p>
      )}
    </fieldset>
  );
}

type PartProps = Whole & { readonly section: Section };

const fieldsIn = ({ items }: Section): readonly Field[] => items.flatMap((item) => (item.kind === 'group' ? item.fields : [item]));

/** Whether a part is the same for what was written elsewhere: nothing of it appears or goes, and its groups stand as they stood. */
function looksSame({ live: before, ...a }: PartProps, { live, ...b }: PartProps): boolean {
  const others = Object.keys(a) as (keyof typeof a)[];
  if (others.some((name) => a[name] !== b[name])) return false;
  const { section } = b;
  return (
    fieldsIn(section).every(({ key }) => before.shown.has(key) === live.shown.has(key)) &&
    section.items.every(({ key }) => before.groups.get(key)?.state === live.groups.get(key)?.state)
  );
}

/** Drawn again only where something of it changes: what is chosen in one part is no business of the others. */
const Part = memo(function Part({ section, ...whole }: PartProps) {
  const { form, say, live } = whole;
  const fields = fieldsIn(section);
  return (
    <section className="asked stack-5" id={`part-${section.key}`} data-asked={anyShown(fields, live) ? 'yes' : 'no'}>
      <h2 className="h2">{say(section.title)}</h2>
      <When form={form} when={section.condition} say={say} />
      {section.help !== undefined && <p className="soft measure">{say(section.help)}</p>}
      {section.items.map((item) =>
        item.kind === 'group' ? (
          <Together key={item.key} {...whole} group={item} />
        ) : (
          <Fields key={item.key} {...whole} of={[item]} inGroup={false} />
        ),
      )}
    </section>
  );
}, looksSame);

/**
 * Everything a form asks, each field with its limits in words, inside a form that sends it or none. Conditions and groups follow what is
 * written where scripts run; without them all fields are there, each with its condition in words.
 */
export function FormAsked({
  form,
  answers,
  language,
  fallback,
  files,
  sources,
  notes = noNotes,
  asked = noneAsked,
  above,
  redrawn,
}: FormAskedProps) {
  const { forms } = useWords();
  const root = useRef<HTMLDivElement>(null);
  const live = useLive(root, form, answers);
  const say = useCallback((text: LocalText) => inLanguage(text, language, fallback), [language, fallback]);
  const whole: Whole = { form, answers, say, live, files, sources, notes, asked, above, redrawn };
  const counts = fieldsOf(form).some(({ field }) => field.kind === 'long-text');
  return (
    <div ref={root} className="stack-6">
      {form.help !== undefined && <p className="soft measure">{say(form.help)}</p>}
      {counts && (
        <Fold summary={forms.asking.howWordsCount}>
          <p className="measure">{forms.howWordsCount}</p>
        </Fold>
      )}
      {form.sections.map((section) => (
        <Part key={section.key} {...whole} section={section} />
      ))}
    </div>
  );
}
