import { useEffect, useState } from 'react';
import { Button } from '#ui/actions/button.tsx';
import { useHref } from '#ui/base/frame.tsx';
import { Progress } from '#ui/data/progress.tsx';
import { Form } from '#ui/forms/form.tsx';

export type Moving = { readonly state: string; readonly done: number; readonly total: number | null; readonly note: string | null };

export const isOpen = ({ state }: Pick<Moving, 'state'>): boolean => state === 'waiting' || state === 'running';

/** The job as the page knew it, then as the server tells it while it moves; without scripts, as of loading the page. */
export function useMoving(events: string, first: Moving): Moving {
  const [moving, setMoving] = useState(first);
  const url = useHref(events);
  const ended = !isOpen(first);
  useEffect(() => {
    if (ended) return undefined;
    const source = new EventSource(url);
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const now = JSON.parse(data) as Moving;
      setMoving(now);
      if (!isOpen(now)) source.close();
    };
    return () => source.close();
  }, [url, ended]);
  return moving;
}

export type GoingWords = {
  readonly waiting: string;
  readonly running: string;
  readonly of: (done: number, total: number | null) => string;
  readonly stop: string;
};

/** How far it is, and the way to stop it for whoever may. */
export function Going({ id, job, words, mayStop }: { id: string; job: Moving; words: GoingWords; mayStop: boolean }) {
  const { state, done, total } = job;
  return (
    <div className="stack-2">
      <Progress
        label={state === 'waiting' ? words.waiting : words.running}
        value={done}
        max={Math.max(total ?? 1, 1)}
        note={words.of(done, total)}
      />
      {mayStop && (
        <Form act="stop" id={`stop-${id}`}>
          <input type="hidden" name="job" value={id} />
          <Button kind="quiet" size="small">
            {words.stop}
          </Button>
        </Form>
      )}
    </div>
  );
}
