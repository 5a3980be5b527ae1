import { useVisitor } from '#shells/visitor.tsx';
import { useWords } from '#shells/words.tsx';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { YourTime } from '#ui/messages/your-time.tsx';

/** What sending in costs now, until when, and what then; nothing where no prices were named. */
export function CostNow({ entry: { tiers } }: { readonly entry: Pick<EntryPage, 'tiers'> }) {
  const { category, dates, entries } = useWords();
  const { zone } = useVisitor();
  const words = category.fees;
  const at = tiers.findIndex(({ now }) => now);
  const [tier, next] = [tiers[at], tiers[at + 1]];
  if (!tier) return null;
  const cost = (of: typeof tier) => words.cost(of.amount, of.currency);
  const { until } = tier;
  return (
    <section className="stack-2">
      <h2 className="h3">{words.title}</h2>
      <p className="num">
        {words.line(cost(tier), until === null ? null : dates.full(until), next && cost(next))}{' '}
        {until !== null && zone === undefined && <YourTime instant={until} say={entries.form.yourTime} />}
      </p>
      {tiers.some(({ amount }) => amount > 0) && <p className="t-sm soft">{words.shown}</p>}
    </section>
  );
}
