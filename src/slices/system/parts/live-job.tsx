import { useEffect, useState } from 'react';
import { useWords } from '#shells/words.tsx';
import { Button } from '#ui/actions/button.tsx';
import { useHref } from '#ui/base/frame.tsx';
import { Progress } from '#ui/data/progress.tsx';
import { Form } from '#ui/forms/form.tsx';
import { Notice } from '#ui/messages/notice.tsx';

type Moving = { readonly state: string; readonly done: number; readonly total: number | null; readonly note: string | null };

/** The job as the page knew it, then as the server tells it while it moves; without scripts, as of loading the page. */
function useMoving(id: string, first: Moving): Moving {
  const [moving, setMoving] = useState(first);
  const url = useHref(`/jobs/${id}/events`);
  const ended = !['waiting', 'running'].includes(first.state);
  useEffect(() => {
    if (ended) return undefined;
    const source = new EventSource(url);
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const now = JSON.parse(data) as Moving;
      setMoving(now);
      if (!['waiting', 'running'].includes(now.state)) source.close();
    };
    return () => source.close();
  }, [url, ended]);
  return moving;
}

export function LiveJob({ id, job }: { id: string; job: Moving }) {
  const words = useWords().system.job;
  const { state, done, total, note } = useMoving(id, job);
  if (state === 'done') {
    const whole = note === 'whole';
    return (
      <Notice kind={whole ? 'ok' : 'bad'} live lead={whole ? words.whole : words.faulty}>
        {words.checked(done)}
      </Notice>
    );
  }
  if (state === 'stopped') return <Notice lead={words.stopped}>{words.checked(done)}</Notice>;
  if (state === 'failed') return <Notice kind="bad" lead={words.failed} />;
  return (
    <div className="stack-2">
      <Progress
        label={state === 'waiting' ? words.waiting : words.running}
        value={done}
        max={Math.max(total ?? 1, 1)}
        note={words.of(done, total)}
      />
      <Form act="stop" id={`stop-${id}`}>
        <input type="hidden" name="job" value={id} />
        <Button kind="quiet" size="small">
          {words.stop}
        </Button>
      </Form>
    </div>
  );
}
