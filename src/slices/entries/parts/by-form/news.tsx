import { useWords } from '#shells/words.tsx';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { Button } from '#ui/actions/button.tsx';
import { Row } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

/** The form was changed since the writer last saved: what of it concerns this entry. */
export function FormNews({ entry }: { entry: EntryPage }) {
  const { entries: words, forms } = useWords();
  const { news } = entry;
  if (!news) return null;
  const name = forms.revisions.naming(news.names);
  return (
    <Notice kind="warn" lead={words.news.lead}>
      {words.news.text}
      <ul className="plain-list">
        {news.touches.map((touch) => (
          <li key={Object.values(touch.change).join(' ')}>
            {words.news.line(forms.revisions.change(touch.change, name), forms.revisions.outcome(touch, false))}
          </li>
        ))}
      </ul>
      <Row>
        <Button size="small" form="write" name="do" value="seen">
          {words.news.seen}
        </Button>
      </Row>
    </Notice>
  );
}
