import type { Contradiction } from '#core/companies/held-against.ts';
import type { ShownRules } from '#core/editions/entry-rules.ts';
import { RulesShown } from '#shells/eligibility/rules-shown.tsx';
import { useWords } from '#shells/words.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

type Props = {
  readonly of: ShownRules & {
    readonly company: { readonly id: string; readonly name: string } | undefined;
    readonly unsaid: readonly string[];
    readonly contradictions: readonly Contradiction[];
  };
};

const kinds = { yes: 'ok', no: 'bad', unknown: 'warn' } as const;

/** What the rules say of an entry, before anybody decides. */
export function RulesFlag({ of }: Props) {
  const words = useWords().shownRules;
  return <Notice kind={kinds[of.verdict]}>{words.screener[of.verdict]}</Notice>;
}

/** Every rule with its evidence, and whom the nominee was taken for. `office`: the reader may open the register of companies. */
export function RulesEvidence({ of, office }: Props & { readonly office: boolean }) {
  const words = useWords().shownRules;
  const { company, unsaid, contradictions } = of;
  return (
    <Section title={words.title}>
      <div className="stack">
        <RulesShown of={of} />
        {contradictions.map((each) => (
          <Notice key={each.fact} kind="warn">
            {words.contradiction(each)}
          </Notice>
        ))}
        <Facts
          long
          of={[
            ...(company
              ? [
                  {
                    name: words.takenFor,
                    value: (
                      <>
                        {office ? (
                          <Link to={`/manage/companies/${company.id}`}>
                            <bdi>{company.name}</bdi>
                          </Link>
                        ) : (
                          <bdi>{company.name}</bdi>
                        )}{' '}
                        <span className="soft t-sm">{words.takenText}</span>
                      </>
                    ),
                  },
                ]
              : []),
            ...(unsaid.length > 0
              ? [
                  {
                    name: words.unsaid,
                    value: (
                      <>
                        <bdi>{unsaid.join(' · ')}</bdi> <span className="soft t-sm">{words.unsaidText}</span>
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </div>
    </Section>
  );
}
