import type { FormChange } from '#core/forms/revisions/differences.ts';
import { useWords } from '#shells/words.tsx';
import type { ChangesPage } from '#slices/programmes/copies/changes-page.ts';
import { Link } from '#ui/actions/link.tsx';
import { Pager } from '#ui/data/pager.tsx';
import { Table } from '#ui/data/table.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { Tag, type TagKind } from '#ui/messages/tag.tsx';

type Props = { readonly view: ChangesPage };

const keyOf = (change: FormChange): string => Object.values(change).join(' ');

/** Each change in a sentence, with how many drafts and how many entries that were sent in it touches. */
export function ChangeTable({ view }: Props) {
  const { formCopies: words, forms } = useWords();
  const name = forms.revisions.naming(view.names);
  return (
    <Section title={words.changes} aside={words.among(view.of)} first>
      <Table
        caption={words.changes}
        rows={view.effects}
        keyOf={({ change }) => keyOf(change)}
        columns={[
          {
            id: 'change',
            head: words.change,
            names: true,
            wide: true,
            cell: ({ change }) => <bdi>{forms.revisions.change(change, name)}</bdi>,
          },
          {
            id: 'drafts',
            head: words.ofDrafts,
            align: 'right',
            nowrap: true,
            cell: ({ affected, of }) => words.count(affected.drafts, of.drafts),
          },
          {
            id: 'submitted',
            head: words.ofSubmitted,
            align: 'right',
            nowrap: true,
            cell: ({ affected, of }) => words.count(affected.submitted, of.submitted),
          },
          {
            id: 'does',
            head: words.does,
            wide: true,
            cell: (effect) => <span className={effect.grave ? 'strong' : 'soft'}>{forms.revisions.consequence(effect)}</span>,
          },
        ]}
      />
    </Section>
  );
}

const kinds: Readonly<Record<ChangesPage['lines'][number]['state'], TagKind>> = {
  draft: 'plain',
  returned: 'warn',
  submitted: 'busy',
  accepted: 'ok',
};

/** Those it touches, still written ones first, each with what becomes of it. */
export function AffectedEntries({ view, here }: Props & { readonly here: string }) {
  const { formCopies: words, forms, dates } = useWords();
  const name = forms.revisions.naming(view.names);
  const { lines, touched, next, paged } = view;
  const all = touched.drafts + touched.submitted;
  if (all === 0) return null;
  return (
    <Section title={words.list} aside={words.shown(lines.length, all)}>
      <Table
        caption={words.list}
        rows={lines}
        keyOf={({ id }) => id}
        columns={[
          {
            id: 'entry',
            head: words.entry,
            names: true,
            cell: ({ id, number, title, state }) =>
              state === 'draft' ? (
                <span className="soft">{words.draft}</span>
              ) : (
                <Link to={`/manage/entries/${id}`}>
                  <bdi>{[number, title].filter(Boolean).join(' ')}</bdi>
                </Link>
              ),
          },
          { id: 'category', head: words.category, cell: ({ category }) => category },
          { id: 'state', head: words.state, nowrap: true, cell: ({ state }) => <Tag kind={kinds[state]}>{words.states[state]}</Tag> },
          { id: 'saved', head: words.savedOn, nowrap: true, cell: ({ savedAt }) => dates.short(savedAt) },
          {
            id: 'happens',
            head: words.happens,
            wide: true,
            cell: ({ touches, more, state }) => (
              <ul className="plain-list">
                {touches.map((touch) => (
                  <li key={keyOf(touch.change)}>
                    {'key' in touch.change && <bdi>{name(touch.change.key)}</bdi>}
                    {words.outcome(forms.revisions.outcome(touch, state === 'submitted' || state === 'accepted'))}
                  </li>
                ))}
                {more > 0 && <li className="soft">{words.more(more)}</li>}
              </ul>
            ),
          },
        ]}
      />
      {(next !== undefined || paged) && (
        <Pager
          label={words.pages}
          where={words.shown(lines.length, all)}
          before={{ label: words.first, to: paged ? here : undefined }}
          after={{ label: words.next, to: next && `${here}?${new URLSearchParams({ after: next })}` }}
        />
      )}
    </Section>
  );
}
