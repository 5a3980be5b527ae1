/** What a form asks as a whole, one thing at a time: each shown field and each shown group that decides, with all that is wrong with it. */
import type { FieldProblem } from '../problems/problem.ts';
import type { Answers } from './answer-shapes.ts';
import type { Group } from './fields.ts';
import { limitsOf } from './limits.ts';
import { type Read, readForm } from './reading.ts';
import { decides, type Form, groupsOf } from './shape.ts';

/** `draft`: what must be there before anything is kept. `submit`: all that must be right before an entry is sent in. */
export type Stage = 'draft' | 'submit';

/** Nothing is asked twice: a field of a group that decides is its own item only for what is wrong with its answer. */
export type Item = {
  readonly key: string;
  readonly section: string;
  /** Whether it must be answered by this stage. */
  readonly due: boolean;
  readonly answered: boolean;
  readonly problems: readonly FieldProblem[];
};

const isDue = (required: 'draft' | 'submit' | 'never', stage: Stage): boolean => required === 'draft' || required === stage;

function fieldItem(read: Read, stage: Stage): Item {
  const { field, answered, malformed } = read;
  const due = !decides(read.group) && isDue(field.required, stage);
  const item = { key: field.key, section: read.section.key, due, answered: answered !== undefined };
  if (malformed) return { ...item, problems: [{ path: field.key, code: 'answers.not-understood', facts: { kind: field.kind } }] };
  if (answered === undefined) {
    const code = field.kind === 'consent' ? 'answers.consent-needed' : 'answers.needed';
    return { ...item, problems: due ? [{ path: field.key, code, facts: {} }] : [] };
  }
  // A draft keeps what is too long or half finished: nothing that was written is refused.
  const found = stage === 'draft' ? [] : limitsOf(answered);
  const problems = found.map(({ code, facts, at }) => ({ path: at === undefined ? field.key : `${field.key}.${at}`, code, facts }));
  return { ...item, problems };
}

/** Of a group that decides: how many of its fields are answered, those hidden left out. */
export type GroupState = {
  readonly state: 'none' | 'one' | 'several';
  readonly answered: readonly string[];
  readonly shown: readonly string[];
};

function stateOf(group: Group, reads: readonly Read[]): GroupState {
  const shown = reads.filter((read) => read.group?.key === group.key && read.shown);
  const answered = shown.filter((read) => read.answered !== undefined || read.malformed).map((read) => read.field.key);
  const state = answered.length === 0 ? 'none' : answered.length === 1 ? 'one' : 'several';
  return { state, answered, shown: shown.map((read) => read.field.key) };
}

function groupItem(group: Group, section: string, reads: readonly Read[], stage: Stage): Item[] {
  const { state, answered, shown } = stateOf(group, reads);
  if (!decides(group) || shown.length === 0) return [];
  const due = isDue(group.required, stage);
  const problems: FieldProblem[] = [];
  if (state === 'none' && due)
    problems.push({ path: group.key, code: 'answers.none-of', facts: { rule: group.rule, fields: shown.join(', ') } });
  // Both may stand in a draft until somebody decides: nothing is thrown away for them.
  if (state === 'several' && group.rule === 'exactly-one-of' && stage === 'submit') {
    problems.push({ path: group.key, code: 'answers.more-than-one', facts: { fields: answered.join(', '), count: answered.length } });
  }
  return [{ key: group.key, section, due, answered: answered.length > 0, problems }];
}

/** Everything shown, in the order it is asked; a group after its fields. */
export function itemsOf(form: Form, answers: Answers, stage: Stage): Item[] {
  const reads = readForm(form, answers);
  const fields = reads.filter((read) => read.shown).map((read) => fieldItem(read, stage));
  const groups = groupsOf(form).flatMap(({ group, section }) => groupItem(group, section.key, reads, stage));
  return [...fields, ...groups];
}

/** The state of every group that decides, for the screen that offers one or the other. `reads`: the form as it is read with these answers. */
export function groupStates(form: Form, answers: Answers, reads: readonly Read[] = readForm(form, answers)): Map<string, GroupState> {
  return new Map(groupsOf(form).flatMap(({ group }) => (decides(group) ? [[group.key, stateOf(group, reads)] as const] : [])));
}
