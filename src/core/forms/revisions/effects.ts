/**
 * What each change of a form does to the entries there are, counted before anything is applied. Two rules hold for all of them: an entry
 * that was sent in stays as valid as it was, since it keeps the version it was sent in with; and no text is ever thrown away.
 */
import type { Answers } from '../answer-shapes.ts';
import { type Item, itemsOf } from '../items.ts';
import { type Read, readForm } from '../reading.ts';
import type { Form } from '../shape.ts';
import { concerning } from './concerning.ts';
import { type FormChange, formDifferences } from './differences.ts';

/** An entry as far as a change of its form concerns it. `submitted`: sent in, or further. */
export type EntryAnswers = { readonly submitted: boolean; readonly answers: Answers };

/**
 * `none`: nothing that was written is touched. `kept-unseen`: answered, kept, and no longer asked. `asked-of-drafts`: must be answered
 * before it is sent in. `beyond-limit`: drafts must mend it. `kept-option`: chosen, kept, not offered any more. `option-gone`: drafts must
 * choose another. `reads-otherwise`: was answered to other words. `consent-anew`: agreed to other words. `seen-by-more`, `seen-by-fewer`: answered for other readers.
 * `shown-or-hidden`: appears, or disappears with what was written in it.
 */
export type Consequence =
  | 'none'
  | 'kept-unseen'
  | 'asked-of-drafts'
  | 'beyond-limit'
  | 'kept-option'
  | 'option-gone'
  | 'reads-otherwise'
  | 'consent-anew'
  | 'seen-by-more'
  | 'seen-by-fewer'
  | 'shown-or-hidden';

export type Count = { readonly drafts: number; readonly submitted: number };
export type Effect = {
  readonly change: FormChange;
  readonly consequence: Consequence;
  readonly affected: Count;
  readonly of: Count;
  /** Something was promised to people whose drafts answer it that the change would break: it wants a reason and a second look. */
  readonly grave: boolean;
};

/** One entry under both versions. */
type Both = {
  readonly submitted: boolean;
  readonly was: ReadonlyMap<string, Read>;
  readonly is: ReadonlyMap<string, Read>;
  readonly itemsWere: readonly Item[];
  readonly items: readonly Item[];
};

function underBoth(before: Form, after: Form, { submitted, answers }: EntryAnswers): Both {
  const byKey = (form: Form) => new Map(readForm(form, answers).map((read) => [read.field.key, read]));
  return {
    submitted,
    was: byKey(before),
    is: byKey(after),
    itemsWere: itemsOf(before, answers, 'submit'),
    items: itemsOf(after, answers, 'submit'),
  };
}

const answeredIn = (reads: ReadonlyMap<string, Read>, key: string): boolean => {
  const read = reads.get(key);
  return read?.shown === true && read.answered !== undefined;
};
const isWrong = (items: readonly Item[], key: string): boolean => items.some((item) => item.key === key && item.problems.length > 0);
const newlyWrong = (both: Both, key: string): boolean => isWrong(both.items, key) && !isWrong(both.itemsWere, key);

const chose = (both: Both, key: string, option: string): boolean => {
  const answered = both.was.get(key)?.answered;
  return answered?.kind === 'choice' && answered.answer.options.includes(option);
};

/** What a change does, and to which entries. */
function judged(change: FormChange): { readonly consequence: Consequence; readonly meets: (both: Both) => boolean } {
  switch (change.kind) {
    case 'field-added':
    case 'required-changed':
    case 'rule-changed':
    case 'group-added':
      return { consequence: 'asked-of-drafts', meets: (both) => !both.submitted && newlyWrong(both, change.key) };
    case 'field-removed':
      return { consequence: 'kept-unseen', meets: ({ was }) => answeredIn(was, change.key) };
    case 'kind-changed':
      return { consequence: 'kept-unseen', meets: ({ was, is }) => answeredIn(was, change.key) && !answeredIn(is, change.key) };
    case 'option-removed':
      return { consequence: 'option-gone', meets: (both) => chose(both, change.key, change.option) };
    case 'option-retired':
      return { consequence: 'kept-option', meets: (both) => chose(both, change.key, change.option) };
    case 'option-renamed':
      return { consequence: 'reads-otherwise', meets: (both) => chose(both, change.key, change.option) };
    case 'limit-tightened':
    case 'settings-changed':
      return { consequence: 'beyond-limit', meets: (both) => newlyWrong(both, change.key) };
    case 'readers-widened':
      return { consequence: 'seen-by-more', meets: ({ was }) => answeredIn(was, change.key) };
    case 'readers-narrowed':
      return { consequence: 'seen-by-fewer', meets: ({ was }) => answeredIn(was, change.key) };
    case 'reworded':
      return { consequence: 'reads-otherwise', meets: ({ was }) => answeredIn(was, change.key) };
    case 'consent-reworded':
      return { consequence: 'consent-anew', meets: ({ was }) => answeredIn(was, change.key) };
    case 'condition-changed':
      return { consequence: 'shown-or-hidden', meets: ({ was, is }) => was.get(change.key)?.shown !== is.get(change.key)?.shown };
    default:
      return { consequence: 'none', meets: () => false };
  }
}

const grave: ReadonlySet<Consequence> = new Set(['seen-by-more', 'consent-anew']);

/** What a change does to one entry. */
export type Touch = { readonly change: FormChange; readonly consequence: Consequence };

/** Entries looked at one after the other, none of them kept. */
export type Counting = {
  /** The fields whose answers are needed; of those of files, what was given to them. */
  readonly forms: readonly [before: Form, after: Form];
  /** Counts an entry, and says which changes touch it and how. */
  readonly add: (entry: EntryAnswers) => readonly Touch[];
  readonly of: () => Count;
  /** Every difference with what it does to how many of those counted so far, the grave ones first. */
  readonly effects: () => readonly Effect[];
};

type Counter = { drafts: number; submitted: number };

function count(into: Counter, submitted: boolean): void {
  if (submitted) into.submitted += 1;
  else into.drafts += 1;
}

/** What is shown before a form is changed, made of the entries one by one, so that there may be any number of them. */
export function countEffects(whole: Form, wholeAfter: Form): Counting {
  const changes = formDifferences(whole, wholeAfter).map((change) => ({
    change,
    ...judged(change),
    affected: { drafts: 0, submitted: 0 },
  }));
  const keys = new Set(changes.flatMap(({ change }) => ('key' in change ? [change.key] : [])));
  const [before, after] = [concerning(whole, keys), concerning(wholeAfter, keys)];
  const of = { drafts: 0, submitted: 0 };
  return {
    forms: [before, after],
    add: (entry) => {
      count(of, entry.submitted);
      const both = underBoth(before, after, entry);
      return changes.flatMap(({ change, consequence, meets, affected }) => {
        if (!meets(both)) return [];
        count(affected, entry.submitted);
        return [{ change, consequence }];
      });
    },
    of: () => ({ ...of }),
    effects: () => {
      const effects = changes.map(({ change, consequence, affected }): Effect => {
        const touched = affected.drafts + affected.submitted > 0;
        const broken = affected.drafts > 0 && grave.has(consequence);
        return { change, consequence: touched ? consequence : 'none', affected: { ...affected }, of: { ...of }, grave: broken };
      });
      return [...effects.filter((effect) => effect.grave), ...effects.filter((effect) => !effect.grave)];
    },
  };
}
