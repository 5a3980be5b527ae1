import { Going, type Moving, useMoving } from '#shells/moving-job.tsx';
import { useWords } from '#shells/words.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export function LiveJob({ id, job }: { id: string; job: Moving }) {
  const words = useWords().system.job;
  const moving = useMoving(`/jobs/${id}/events`, job);
  const { state, done, note } = moving;
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
  return <Going id={id} job={moving} words={words} mayStop />;
}
