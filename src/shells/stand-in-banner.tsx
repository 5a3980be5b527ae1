import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { Banner } from '#ui/messages/banner.tsx';
import { useVisitor } from './visitor.tsx';
import { useWords } from './words.tsx';

/** On every page of whoever stands in for somebody: as whom they act, until when, and the way out. */
export function StandInBanner() {
  const { standIns: words, dates } = useWords();
  const { name = '', standIn } = useVisitor();
  if (standIn === undefined) return null;
  return (
    <Banner
      label={words.banner}
      act={
        <Form act="end" id="stand-in" to="/stand-in" stacked={false}>
          <Button size="small">{words.stop}</Button>
        </Form>
      }
    >
      {words.acting(name, dates.full(standIn.until))}
    </Banner>
  );
}
