import { inZone } from '#shells/reader-dates.ts';
import { useVisitor } from '#shells/visitor.tsx';
import { useWords } from '#shells/words.tsx';
import type { SessionView } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { OwnList, OwnThing } from '#ui/data/own-list.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Stack } from '#ui/frames/frames.tsx';
import { Tag } from '#ui/messages/tag.tsx';
import { YourTime } from '#ui/messages/your-time.tsx';

/** Where somebody is signed in: this browser first, each of the others with its end. */
export function Sessions({ sessions, refusal }: { sessions: readonly SessionView[]; refusal: Refusal | undefined }) {
  const { account: words, dates } = useWords();
  const { zone } = useVisitor();
  // Of one's own doings one's own clock is enough, where it is known.
  const told = (at: string) => {
    const yours = zone === undefined ? undefined : inZone(at, zone);
    return `${dates.inYears(yours ?? at)} ${yours === undefined || zone === undefined ? 'UTC' : dates.cityOf(zone)}`;
  };
  return (
    <Stack>
      <OwnList>
        {sessions.map(({ id, browser, system, since, seen, here }) => {
          const device = words.device(browser, system);
          return (
            <OwnThing
              key={id}
              name={device}
              note={
                <>
                  {words.since(told(since))}, {words.seen(told(seen))}
                  {zone === undefined && (
                    <>
                      {' '}
                      <YourTime instant={seen} say={words.yours} />
                    </>
                  )}
                </>
              }
              act={
                here ? (
                  <Tag kind="ok">{words.here}</Tag>
                ) : (
                  <Form act="end-session" id={`end-${id}`} refusal={refusal?.values.session === id ? refusal : undefined}>
                    <input type="hidden" name="session" value={id} />
                    <Button size="small" more={words.endOf(device)}>
                      {words.end}
                    </Button>
                  </Form>
                )
              }
            />
          );
        })}
      </OwnList>
      {sessions.length > 1 && (
        <Form act="end-others">
          <Button>{words.endOthers}</Button>
        </Form>
      )}
    </Stack>
  );
}
