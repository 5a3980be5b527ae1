import { useVisitor } from '#shells/visitor.tsx';
import { useWords } from '#shells/words.tsx';
import type { Late } from '#slices/entries/deadlines/late-page.ts';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { YourTime } from '#ui/messages/your-time.tsx';

/** After the close: until when somebody with a late code may send in, or where to write one. */
export function LateCode({ late, refusal }: { late: Late; refusal: Refusal | undefined }) {
  const { entries, dates, moreTime } = useWords();
  // Whose zone we know is told in it already.
  const { zone } = useVisitor();
  const words = entries.late;
  if (late.until !== null && late.reason !== null)
    return (
      <Notice kind={late.open ? 'ok' : 'info'}>
        <p>
          {moreTime.writer(dates.exact(late.until), late.open)}{' '}
          {zone === undefined && <YourTime instant={late.until} say={entries.form.yourTime} />}
        </p>
        {late.reason !== '' && <Prose text={late.reason} />}
      </Notice>
    );
  if (late.until !== null) return <Notice kind={late.open ? 'ok' : 'info'}>{words.holds(dates.full(late.until), late.open)}</Notice>;
  if (!late.asks) return null;
  return (
    <Fold summary={words.ask} open={refusal !== undefined}>
      <Form act="late" refusal={refusal} names={{ code: words.code }}>
        <TextField name="code" label={words.code} hint={words.hint} short />
        <Button>{words.redeem}</Button>
      </Form>
    </Fold>
  );
}
