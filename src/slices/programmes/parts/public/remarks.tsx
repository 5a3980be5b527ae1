import { useWords } from '#shells/words.tsx';
import type { ToldRemark } from '#slices/programmes/remarks/views.ts';
import { Link } from '#ui/actions/link.tsx';
import { Chapter, Prose } from '#ui/frames/editorial.tsx';

/** What somebody asked or said, and below it what the organisers answer. */
export function Remarks({ of }: { of: readonly ToldRemark[] }) {
  const { remarks, dates } = useWords();
  const words = remarks.chapter;
  return (
    <ul className="said">
      {of.map(({ id, kind, body, answer, at }) => (
        <li key={id} id={`said-${id}`}>
          <p className="over">{words.said(kind, dates.dayInYears(at))}</p>
          <Prose text={body} />
          {answer !== '' && (
            <div className="said__answer">
              <p className="over">{words.answer}</p>
              <Prose text={answer} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The newest of them on the page of the programme, and the way to all. */
export function RemarksChapter({ of, home }: { of: readonly ToldRemark[]; home: string }) {
  const words = useWords().remarks.chapter;
  return (
    <Chapter id="asked" title={words.title} aside={<p className="soft">{words.aside}</p>}>
      <div className="stack-5">
        {of.length === 0 ? <p className="soft">{words.none}</p> : <Remarks of={of} />}
        <p>
          <Link kind="go" to={`${home}/questions`}>
            {words.all}
          </Link>
        </p>
      </div>
    </Chapter>
  );
}
