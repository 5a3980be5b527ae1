import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import { releaseContent, storageForAdministrator } from '#slices/files/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { File, Files } from '#ui/forms/files.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';

export const handle = { js: false };

export const loader = load((ctx) => storageForAdministrator(ctx));

export const action = act({
  release: post(releaseContent, { input: ({ values }) => ({ sha256: values.sha256 ?? '' }), done: () => '/manage/files' }),
});

type View = Awaited<ReturnType<typeof storageForAdministrator>>;

function Kept({ view }: { view: View }) {
  const words = useWords().files.storage;
  const { quota, scans, sums, uploads } = view;
  return (
    <Stack>
      <Facts
        of={[
          ...sums.map(({ state, files, bytes }) => ({ name: words.states[state], value: words.sum(files, bytes) })),
          { name: words.room, value: quota.limit === undefined ? words.noQuota : words.quota(quota.limit, quota.used) },
          { name: words.scanner, value: scans ? words.scanned : words.notScanned },
        ]}
      />
      {uploads > 0 && <p className="soft">{words.uploads(uploads)}</p>}
    </Stack>
  );
}

function Waiting({ item }: { item: View['waiting'][number] }) {
  const { files, dates } = useWords();
  const words = files.storage;
  const refusal = refusalOf(useActionData<Refused>(), 'release');
  const { sha256, mediaType, bytes, state, finding, keptAt } = item;
  const why = state === 'refused' ? words.found(finding) : finding === 'too-large' ? words.tooLarge : words.heldFor;
  return (
    <File
      icon="file"
      name={words.line(mediaType, bytes, dates.short(keptAt))}
      {...(state === 'refused' && { refused: words.states.refused })}
      state={why}
      act={
        state === 'held' && (
          <Form act="release" refusal={refusal}>
            <input type="hidden" name="sha256" value={sha256} />
            <Button kind="quiet" size="small" more={words.line(mediaType, bytes, dates.short(keptAt))}>
              {words.release}
            </Button>
          </Form>
        )
      }
    />
  );
}

/** What an organisation keeps of files, how much more it may, and what waits for somebody's word. */
export default function Storage() {
  const view = useLoaderData<typeof loader>();
  const { files, system } = useWords();
  const words = files.storage;
  const total = view.sums.reduce((sum, row) => ({ files: sum.files + row.files, bytes: sum.bytes + row.bytes }), { files: 0, bytes: 0 });
  return (
    <OrganiserPage title={[words.title]} items={system.nav.map((item) => ({ ...item, current: item.to === '/manage/files' }))}>
      <PageHead title={words.verdict(total.files, total.bytes)} verdict over={words.title} />
      <Stack space="wide">
        <Kept view={view} />
        <Section title={words.waitingTitle} first>
          {view.waiting.length === 0 ? (
            <Empty title={words.none}>{words.noneDetail}</Empty>
          ) : (
            <Files>
              {view.waiting.map((item) => (
                <Waiting key={item.sha256} item={item} />
              ))}
            </Files>
          )}
        </Section>
      </Stack>
    </OrganiserPage>
  );
}
