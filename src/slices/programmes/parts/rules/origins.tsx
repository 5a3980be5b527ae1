import { useWords } from '#shells/words.tsx';
import type { FactTold, RulesView } from '#slices/programmes/rules/view.ts';
import { Link } from '#ui/actions/link.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Notice } from '#ui/messages/notice.tsx';

type Props = { readonly view: RulesView; readonly told: readonly FactTold[] };

function Told({ view, of: { fact, origins, untold } }: { view: RulesView; of: FactTold }) {
  const words = useWords().ruleEditor.origins;
  const forms = `/manage/${view.edition.programmeSlug}/${view.edition.slug}/forms`;
  return (
    <div className="stack-2">
      {origins.map((origin) =>
        origin.from === 'form' ? (
          <p key={`${origin.form}:${origin.field}`}>
            {words.asked}{' '}
            <Link to={`${forms}/${origin.form}?item=${origin.field}#part-chosen`}>
              <bdi>{origin.label}</bdi>
            </Link>{' '}
            <span className="soft t-sm">{words.inForm(origin.title)}</span>
          </p>
        ) : (
          <p key={origin.from}>{words[origin.from]}</p>
        ),
      )}
      {untold.length > 0 && (
        <Notice kind="warn">
          {words.nobody(untold)} {words.how(fact)} <Link to={forms}>{words.toForms}</Link>
        </Notice>
      )}
    </div>
  );
}

/** Where each fact of a rule comes from; what no form asks stays open for whoever looks at entries. */
export function Origins({ view, told }: Props) {
  const words = useWords().ruleEditor;
  return (
    <section className="stack" id="told">
      <h3 className="h4">{words.origins.title}</h3>
      <Facts long of={told.map((each) => ({ name: words.factOf(each.fact, view.fields), value: <Told view={view} of={each} /> }))} />
    </section>
  );
}
