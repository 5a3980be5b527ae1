import type { ReactNode } from 'react';
import { Said } from '#shells/languages/contents.tsx';
import { useWords } from '#shells/words.tsx';
import type { ToldCriterion } from '#slices/programmes/public/cards.ts';
import type { Guide } from '#slices/programmes/public/guide.ts';
import { Link } from '#ui/actions/link.tsx';
import { Chapter, Closing, Opening } from '#ui/frames/editorial.tsx';
import { Anchors } from './cards.tsx';
import { EditionFrame } from './category-page.tsx';
import { FormSummary, useLimit } from './form-summary.tsx';

type Props = { readonly guide: Guide };

/** One criterion: what is asked, what helps to answer, and what the marks mean, open, so that it is on paper too. */
function Criterion({ criterion }: { criterion: ToldCriterion }) {
  const { call, guide: words } = useWords();
  const { name, question, guidance, share, kind, anchors } = criterion;
  return (
    <li className="guide__criterion">
      <h3 className="h4">
        <bdi>
          <Said>{name}</Said>
        </bdi>{' '}
        <span className="soft num">{share === undefined ? words.gate : call.judging.share(share)}</span>
      </h3>
      {question && (
        <p>
          <Said>{question}</Said>
        </p>
      )}
      {guidance && (
        <p className="soft" dir="auto">
          <Said>{guidance}</Said>
        </p>
      )}
      {anchors.length > 0 && (
        <>
          <p className="over">{words.anchors}</p>
          <Anchors criterion={{ ...criterion, anchors: anchors.toSorted((a, b) => b.mark - a.mark) }} />
        </>
      )}
      {kind === 'gate' && <p className="soft">{words.gateText}</p>}
    </li>
  );
}

function LooksFor({ guide }: Props) {
  const words = useWords().guide;
  return (
    <Chapter id="judges" title={words.judges} aside={<p className="soft">{words.judgesAside}</p>}>
      {guide.looksFor.length === 0 ? (
        <p className="soft">{words.noCriteria}</p>
      ) : (
        <ul className="plain-list">
          {guide.looksFor.map((criterion) => (
            <Criterion key={criterion.key} criterion={criterion} />
          ))}
        </ul>
      )}
    </Chapter>
  );
}

function Evidence({ guide }: Props) {
  const words = useWords().guide;
  return (
    <Chapter id="evidence" title={words.evidence} aside={<p className="soft">{words.evidenceAside}</p>}>
      <div className="stack">
        {guide.figures.length > 0 && (
          <ul className="plain-list">
            {guide.figures.map(({ key, name, question, best, kind }) => (
              <li key={key}>
                <p>
                  <bdi className="strong">
                    <Said>{name}</Said>
                  </bdi>{' '}
                  <span className="soft num">{best ? words.best(best.value, best.mark) : kind === 'count' ? words.count : ''}</span>
                </p>
                {question && (
                  <p className="soft t-sm">
                    <Said>{question}</Said>
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
        {guide.collect.length > 0 && <FormSummary questions={guide.collect} />}
        {guide.figures.length === 0 && guide.collect.length === 0 && <p className="soft">{words.noEvidence}</p>}
        <p className="soft">{words.figuresNeed}</p>
      </div>
    </Chapter>
  );
}

/** A line to tick on paper. */
const Tick = ({ children }: { children: ReactNode }) => <li className="guide__tick">{children}</li>;

function Checklist({ guide }: Props) {
  const { category, dates, eligibility, forms, guide: words } = useWords();
  const limit = useLimit();
  const { rules, required, looksFor, limits, fields } = guide;
  return (
    <Chapter id="checklist" title={words.checklist} aside={<p className="soft">{words.checklistAside}</p>}>
      <ul className="plain-list">
        {rules.map(({ key, rule }) => (
          <Tick key={key}>{eligibility.rule(rule, fields)}</Tick>
        ))}
        {limits.each !== undefined && <Tick>{category.page.limitEach(limits.each)}</Tick>}
        {guide.questions === undefined && <Tick>{category.page.story}</Tick>}
        {required.map(({ key, rule, fields: asked }) =>
          rule === 'plain' ? (
            asked.map(({ key: field, label, field: of }) => (
              <Tick key={field}>
                <bdi className="strong">{label}</bdi> <span className="soft">{limit(of)}</span>
              </Tick>
            ))
          ) : (
            <Tick key={key}>
              {forms.rule[rule]}: <bdi>{asked.map(({ label, field: of }) => words.choice(label, limit(of))).join('; ')}</bdi>
            </Tick>
          ),
        )}
        {looksFor
          .filter(({ kind }) => kind === 'judged')
          .map(({ key, name }) => (
            <Tick key={key}>{words.answered(name)}</Tick>
          ))}
        <Tick>
          {words.sentIn} <time dateTime={dates.machine(guide.dates.closes)}>{dates.full(guide.dates.closes)}</time>
        </Tick>
      </ul>
    </Chapter>
  );
}

/** The preparation guide of one category, to be read, printed, or kept as a PDF by the browser's own print. */
export function GuideView({ guide }: Props) {
  const words = useWords().guide;
  const page = `/p/${guide.programme.slug}/${guide.edition.slug}/categories/${guide.code}`;
  return (
    <EditionFrame of={guide} title={words.title(guide.name)}>
      <Opening
        over={
          <>
            <Link to={page}>{guide.name}</Link> · {guide.code}
          </>
        }
        title={words.heading}
        lead={words.lead(guide.name, `${guide.programme.name} ${guide.edition.name}`)}
      />
      <p className="soft no-print">{words.print}</p>
      <LooksFor guide={guide} />
      <Evidence guide={guide} />
      <Checklist guide={guide} />
      <div className="no-print">
        <Closing title={words.closing}>
          <Link kind="go" to={page}>
            {words.back}
          </Link>
        </Closing>
      </div>
    </EditionFrame>
  );
}
