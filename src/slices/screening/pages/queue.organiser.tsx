import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { entryList } from '#slices/entries/index.ts';
import { chooseRows } from '#slices/lists/index.ts';
import { changeScreening, sendVerdicts } from '#slices/screening/index.ts';
import { HeldTable, NotMendedTable, Ticked, WaitingTable } from '#slices/screening/parts/queue.tsx';
import { queuePage, queuePlace } from '#slices/screening/queue.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Pager } from '#ui/data/pager.tsx';
import { Check } from '#ui/forms/choice.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextArea } from '#ui/forms/text-field.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Dialog } from '#ui/messages/dialog.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const handle = { js: false };

export const loader = load(queuePage);

const idsOf = (text: string | undefined) => (text ?? '').split(',').filter(Boolean);

export const action = act({
  /** They are held as the list holds rows, and the page that accepts shows what it will do before it does it. */
  certain: post(chooseRows, {
    input: async (args) => {
      const { edition } = await queuePlace(args.visitor.ctx, args);
      return { list: entryList.name, subject: edition, add: idsOf(args.values.entries), clear: true };
    },
    done: (_result, { params }) => `/manage/${params.programme}/${params.edition}/entries/accept`,
  }),
  choose: post(chooseRows, {
    input: async (args) => {
      const { edition } = await queuePlace(args.visitor.ctx, args);
      return { list: entryList.name, subject: edition, add: args.form.getAll('row').map(String), clear: true };
    },
    done: (_result, { params, form }) =>
      `/manage/${params.programme}/${params.edition}/entries/${form.get('go') === 'return' ? 'return' : 'accept'}`,
  }),
  send: post(sendVerdicts, {
    input: async (args) => ({ edition: (await queuePlace(args.visitor.ctx, args)).edition, entries: idsOf(args.values.entries) }),
    done: (_result, { params }) => `/manage/${params.programme}/${params.edition}/screening?sent`,
  }),
  settings: post(changeScreening, {
    input: async (args) => {
      const { edition } = await queuePlace(args.visitor.ctx, args);
      const reasons = (args.values.reasons ?? '').split('\n').flatMap((line) => line.trim() || []);
      return { edition, secondLook: args.values.secondLook === 'on', reasons };
    },
    done: (_result, { params }) => `/manage/${params.programme}/${params.edition}/screening?saved`,
  }),
});

type View = Awaited<ReturnType<typeof loader>>;

function SendQuestion({ view }: { view: View }) {
  const refused = useActionData<Refused>();
  const words = useWords().screening.queue;
  const { ready, path, held } = view;
  const acts = (
    <>
      <Button kind="main">{words.sendGo(ready.length)}</Button>
      <ButtonLink kind="quiet" to={path}>
        {words.back}
      </ButtonLink>
    </>
  );
  return (
    <Form act="send" refusal={refusalOf(refused, 'send')}>
      <Dialog title={words.sendAsk(ready.length)} acts={acts}>
        <Stack>
          <p>{words.sendWill(ready.length)}</p>
          <HeldTable lines={held.filter(({ state }) => state === 'held')} />
        </Stack>
      </Dialog>
      <input type="hidden" name="entries" value={ready.join(',')} />
    </Form>
  );
}

function Settings({ view }: { view: View }) {
  const refused = useActionData<Refused>();
  const words = useWords().screening.queue.settings;
  const refusal = refusalOf(refused, 'settings');
  return (
    <Fold summary={words.title} open={refusal !== undefined}>
      <Form act="settings" refusal={refusal} names={{ reasons: words.reasons }}>
        <Check name="secondLook" label={words.secondLook} hint={words.secondLookHint} checked={view.settings.secondLook} />
        <TextArea name="reasons" label={words.reasons} hint={words.reasonsHint} rows={6} value={view.settings.reasons.join('\n')} />
        <Button>{words.save}</Button>
      </Form>
    </Fold>
  );
}

function Certain({ view }: { view: View }) {
  const refused = useActionData<Refused>();
  const words = useWords().screening.queue;
  return (
    <Form act="certain" refusal={refusalOf(refused, 'certain')}>
      <p className="soft t-sm">{words.certainWill(view.certain.length)}</p>
      <Button>{words.certain(view.certain.length)}</Button>
      <input type="hidden" name="entries" value={view.certain.join(',')} />
    </Form>
  );
}

export default function ScreeningQueue() {
  const view = useLoaderData<typeof loader>();
  const { queue: words, mending } = useWords().screening;
  const refused = useActionData<Refused>();
  const {
    edition,
    path,
    mayChange,
    maySend,
    maySet,
    first,
    waits,
    waiting,
    held,
    notMended,
    ready,
    certain,
    sending,
    sent,
    saved,
    pages,
    heldMore,
  } = view;
  const begin = mayChange && first && (
    <ButtonLink kind="main" to={`/manage/entries/${first}?screen`}>
      {words.begin}
    </ButtonLink>
  );
  return (
    <EditionPage edition={edition} part="entries" title={[words.title]}>
      {sending && maySend && ready.length > 0 && <SendQuestion view={view} />}
      <PageHead title={words.lead(waits)} verdict over={words.title} acts={begin} />
      <Stack space="wide">
        {(sent || saved) && (
          <Notice kind="ok" live>
            {sent ? words.sent : words.settings.saved}
          </Notice>
        )}
        {waiting.length === 0 ? (
          <Empty title={words.none}>{words.noneText}</Empty>
        ) : (
          <Section title={words.waiting} first>
            <Stack>
              {mayChange && certain.length > 0 && <Certain view={view} />}
              {mayChange && <Ticked refusal={refusalOf(refused, 'choose')} />}
              <WaitingTable lines={waiting} mayPick={mayChange} />
              {(pages.first || pages.next) && (
                <Pager
                  label={words.pages.label}
                  where={words.pages.shown(pages.shown, pages.of)}
                  before={{ label: words.pages.first, to: pages.first }}
                  after={{ label: words.pages.next, to: pages.next }}
                />
              )}
            </Stack>
          </Section>
        )}
        {held.length > 0 && (
          <Section title={words.held}>
            <Stack>
              <p id="held" className="soft t-sm">
                {words.heldText}
              </p>
              <HeldTable lines={held} />
              {heldMore > 0 && <p className="t-sm faint num">{words.heldMore(heldMore)}</p>}
              {maySend && ready.length > 0 && (
                <p>
                  <ButtonLink to={`${path}?send`}>{words.send(ready.length)}</ButtonLink>
                </p>
              )}
            </Stack>
          </Section>
        )}
        {notMended.length > 0 && (
          <Section title={mending.group}>
            <Stack>
              <p className="soft t-sm">{mending.groupText}</p>
              <NotMendedTable lines={notMended} />
            </Stack>
          </Section>
        )}
        {maySet && <Settings view={view} />}
      </Stack>
    </EditionPage>
  );
}
