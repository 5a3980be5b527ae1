import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { Going, isOpen, useMoving } from '#shells/moving-job.tsx';
import { useWords } from '#shells/words.tsx';
import type { DryRunPage } from '#slices/programmes/dry-run/views.ts';
import { Link } from '#ui/actions/link.tsx';

type Run = NonNullable<DryRunPage['run']>;

/** A run that has not come to a result: how far it is, by itself where scripts run, else whenever the page is asked for again. */
export function Underway({ run, address, mayStop }: { run: Run; address: string; mayStop: boolean }) {
  const words = useWords().dryRun.progress;
  const moving = useMoving(`${address}/${run.id}/events`, run.job);
  const { revalidate } = useRevalidator();
  const ended = isOpen(run.job) && !isOpen(moving);
  useEffect(() => {
    if (ended) void revalidate();
  }, [ended, revalidate]);
  if (!isOpen(moving)) return null;
  return (
    <div className="stack-2 measure">
      <Going id={run.id} job={moving} words={words} mayStop={mayStop} />
      <noscript>
        <p>
          <Link to={`${address}?run=${run.id}`}>{words.look}</Link>
        </p>
      </noscript>
    </div>
  );
}
