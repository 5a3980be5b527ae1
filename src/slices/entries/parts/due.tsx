/** What keeps an entry from being sent in, at the head of its page: each thing named, and the way to where it is mended. */
import type { NoteKind } from '#shells/forms/asked-note.tsx';
import { useVisitor } from '#shells/visitor.tsx';
import { useWords } from '#shells/words.tsx';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { useAsked } from '#slices/entries/parts/still-asked.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { fieldId } from '#ui/forms/form.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Icon } from '#ui/icons/icon.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { YourTime } from '#ui/messages/your-time.tsx';

/** `name`: of the control it is mended in. */
export type Due = { readonly name: string; readonly why: Exclude<NoteKind, 'asked'> };

/** Files lie in a place of their own, whose control goes once there are enough of them. */
const placeOf = (name: string, files: ReadonlyMap<string, string>): string => `#${files.get(name) ?? fieldId('write', name)}`;

/** What a control is called, and where the files of those that take some lie. */
export type Ways = { readonly textOf: (name: string) => string; readonly files: ReadonlyMap<string, string> };

type ListProps = Ways & { readonly of: readonly { readonly name: string; readonly done: boolean; readonly says: string }[] };

function List({ of, textOf, files }: ListProps) {
  return (
    <ul className="to-do">
      {of.map(({ name, done, says }) => (
        <li key={name} className={done ? 'is-done' : 'is-due'}>
          <Icon is={done ? 'check' : 'alert'} />
          <span>
            <Link to={placeOf(name, files)}>
              <bdi>{textOf(name)}</bdi>
            </Link>
            {', '}
            {says}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Until when, by the programme's clock and by the reader's. */
function MendBy({ mending: { until, open } }: { mending: NonNullable<EntryPage['mending']> }) {
  const { entries, dates } = useWords();
  // Whose zone we know is told in it already.
  const { zone } = useVisitor();
  const words = entries.form;
  return (
    <p className="strong">
      {(open ? words.mendBy : words.mendOver)(dates.exact(until))} {zone === undefined && <YourTime instant={until} say={words.yourTime} />}
    </p>
  );
}

type Props = Ways & { readonly entry: EntryPage; readonly missing: readonly Due[] };

export function DueNow({ entry, missing, ...ways }: Props) {
  const words = useWords().entries.form;
  const { open } = useAsked(entry);
  const { why, ...say } = words.ways;
  const besides = missing.map(({ name, why: kind }) => ({ name, done: false, says: why[kind] }));
  if (entry.state !== 'returned') {
    return besides.length === 0 ? null : (
      <section className="write__asked stack-2" aria-label={say.title}>
        <h2 className="h3">{say.title}</h2>
        <List of={besides} {...ways} />
      </section>
    );
  }
  const asked = entry.asks.all.map((name) => ({ name, done: !open.includes(name), says: open.includes(name) ? why.asked : say.changed }));
  return (
    <div className="write__asked" id="asked">
      <Notice kind="warn" lead={words.asked}>
        {entry.mending && <MendBy mending={entry.mending} />}
        {asked.length > 0 && <List of={asked} {...ways} />}
        {entry.note !== '' && <Prose text={entry.note} />}
        {besides.length > 0 && (
          <>
            <p className="strong">{say.besides}</p>
            <List of={besides} {...ways} />
          </>
        )}
      </Notice>
    </div>
  );
}

/** Submits; of one that came back and is as it was, the filled button leads to what was asked instead. */
export function SubmitAct({ entry, textOf, files }: Ways & { readonly entry: EntryPage }) {
  const words = useWords().entries.form;
  const { open, left, of } = useAsked(entry);
  const cameBack = entry.state === 'returned';
  const first = cameBack && left === of ? open[0] : undefined;
  return (
    <>
      {first !== undefined && (
        <ButtonLink kind="main" to={placeOf(first, files)}>
          <span className="dock__part">{words.goTo(textOf(first))}</span>
        </ButtonLink>
      )}
      <Button
        kind={first === undefined ? 'main' : undefined}
        form="write"
        name="do"
        value="submit"
        unavailable={entry.open ? undefined : 'cannot-submit'}
      >
        {cameBack ? words.submitAgain : words.submit}
      </Button>
    </>
  );
}
