/** A timeline tried before it is saved: what is wrong with it, at its fields, and how it would look. Nothing is written. */
import { mainLanguage } from '#core/editions/parts.ts';
import { Problem, problem } from '#core/problems/problem.ts';
import { timelineProblems } from '#core/season/timeline/problems.ts';
import type { FormArgs } from '#http/form.ts';
import { problemView } from '#http/problem.ts';
import { partFrom } from '../configuration/read-document.ts';
import { atFields, type Editing, editingOf } from './part-acts.ts';
import type { Edited } from './sent.ts';
import { timelineDrawn } from './timeline-axis.ts';
import { timelineFrom } from './timeline-values.ts';

export function timelineEdited({ edition, parts, now }: Editing<'timeline'>, { values }: Pick<FormArgs, 'values'>): Edited {
  return timelineFrom(values, now, { zone: edition.zone, language: mainLanguage(parts) });
}

export async function tryTimeline(args: FormArgs) {
  const { ctx } = args.visitor;
  const editing = await editingOf('timeline', args);
  const where = { zone: editing.edition.zone, language: mainLanguage(editing.parts) };
  const { body, fieldOf } = timelineEdited(editing, args);
  const faultsOf = (found: unknown) => {
    const told = atFields(found, 'timeline', fieldOf);
    if (!(told instanceof Problem)) throw told;
    // A field is told the first thing that is wrong with it, as where it is refused.
    return Object.fromEntries(
      problemView(told, ctx.language)
        .fields.toReversed()
        .map(({ path, message }) => [path, message]),
    );
  };
  try {
    const { timeline } = partFrom('timeline', body);
    if (!timeline) return { faults: {}, drawn: undefined };
    const found = timelineProblems(timeline, where.zone).map((each) => ({ ...each, path: `timeline.${each.path}` }));
    const faults = faultsOf(problem('general.invalid-input', { count: found.length }, found));
    const drawn = timelineDrawn(timeline, where, ctx.now.getTime());
    // What is told stands at the lines of the form, not at those of what was made of it.
    const told = Object.fromEntries(Object.entries(drawn.told).map(([path, text]) => [fieldOf(path), text]));
    return { faults, drawn: { ...drawn, told, notes: drawn.notes.map((note) => ({ ...note, path: fieldOf(note.path) })) } };
  } catch (error) {
    return { faults: faultsOf(error), drawn: undefined };
  }
}

export type Tried = Awaited<ReturnType<typeof tryTimeline>>;
