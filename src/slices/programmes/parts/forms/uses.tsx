import { useWords } from '#shells/words.tsx';
import type { FormPage } from '#slices/programmes/editing/forms/form-page.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

type Props = { readonly view: FormPage; readonly refusal: Refusal | undefined };

/** More categories are counted and not named. */
const most = 12;

/** Gives the form to a category, or to a family and with it to all below that have none of their own. */
function Assign({ view, refusal }: Props) {
  const { formBuilder: words } = useWords();
  const { assignable, usedBy } = view.uses;
  if (!view.mayAssign || assignable.length === 0) return null;
  return (
    <Fold summary={words.assign} open={refusal !== undefined || usedBy.length === 0}>
      <Form act="assign" refusal={refusal} names={{ node: words.assignTo }}>
        <Select
          name="node"
          label={words.assignTo}
          hint={words.assignHint}
          options={assignable}
          value={refusal?.values.node ?? ''}
          empty=""
        />
        <Button>{words.assignAct}</Button>
        <input type="hidden" name="version" value={view.version} />
      </Form>
    </Fold>
  );
}

/** Which categories use the form, and where that is said; one used by none says so. */
export function UsesOfForm({ view, refusal }: Props) {
  const { formBuilder: words } = useWords();
  const { usedBy, named } = view.uses;
  const tree = `/manage/${view.edition.programmeSlug}/${view.edition.slug}/categories`;
  return (
    <Section title={words.usedBy} aside={<Link to={tree}>{words.toTree}</Link>}>
      <div className="stack">
        {usedBy.length === 0 ? (
          <Notice kind="warn" lead={words.usedByNone}>
            {words.usedByNoneText}
          </Notice>
        ) : (
          <p className="measure">{words.categories(usedBy.slice(0, most), Math.max(0, usedBy.length - most))}</p>
        )}
        {named.length > 0 && (
          <p className="soft">
            {words.saidAt}{' '}
            {named.slice(0, most).map(({ code, title }, i) => (
              <span key={code}>
                {i > 0 && ', '}
                <Link to={`${tree}?node=${code}`}>
                  <bdi>{title}</bdi>
                </Link>
              </span>
            ))}
          </p>
        )}
        <Assign view={view} refusal={refusal} />
      </div>
    </Section>
  );
}
