import { useWords } from '#shells/words.tsx';
import type { SubjectRequest } from '#slices/privacy/views.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import type { ProofAsk } from '#ui/forms/proof.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Row, Section, Stack } from '#ui/frames/frames.tsx';
import { Dialog } from '#ui/messages/dialog.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Tag, type TagKind } from '#ui/messages/tag.tsx';

const tags: Readonly<Record<SubjectRequest['state'], TagKind>> = {
  waiting: 'busy',
  ready: 'ok',
  done: 'ok',
  withdrawn: 'plain',
  refused: 'bad',
  expired: 'plain',
};

function Acts({ request, refusal }: { request: SubjectRequest; refusal: Refusal | undefined }) {
  const words = useWords().privacy.manage;
  const { id, state, kind, onBehalf, name } = request;
  return (
    <>
      {state === 'ready' && onBehalf && (
        <ButtonLink size="small" to={`/manage/privacy?take=${id}`} more={words.takeOf(name)}>
          {words.take}
        </ButtonLink>
      )}
      {state === 'waiting' && kind === 'erasure' && (
        <Form act="withdraw" id={`withdraw-${id}`} refusal={refusal?.values.request === id ? refusal : undefined}>
          <Button size="small" more={words.withdrawOf(name)}>
            {words.withdraw}
          </Button>
          <input type="hidden" name="request" value={id} />
        </Form>
      )}
    </>
  );
}

type Props = { readonly requests: readonly SubjectRequest[]; readonly refusal: Refusal | undefined };

export function Requests({ requests, refusal }: Props) {
  const { privacy, dates } = useWords();
  const words = privacy.manage;
  const columns: Column<SubjectRequest>[] = [
    {
      id: 'who',
      head: words.who,
      names: true,
      cell: ({ name, email }) => (
        <>
          {name || words.erased}
          {email && <small className="soft block">{email}</small>}
        </>
      ),
    },
    {
      id: 'what',
      head: words.what,
      cell: ({ kind, onBehalf }) => (
        <>
          {privacy.kind[kind]}
          {onBehalf && <small className="soft block">{words.onBehalf}</small>}
        </>
      ),
    },
    { id: 'when', head: words.when, nowrap: true, cell: ({ askedAt }) => dates.dayInYears(askedAt) },
    {
      id: 'due',
      head: words.due,
      nowrap: true,
      cell: ({ dueAt, state }) => (state === 'waiting' || state === 'ready' ? dates.dayInYears(dueAt) : ''),
    },
    { id: 'state', head: words.state, cell: ({ kind, state }) => <Tag kind={tags[state]}>{privacy.state(kind, state)}</Tag> },
    {
      id: 'acts',
      head: <span className="vh">{words.withdraw}</span>,
      cell: (request) => <Acts request={request} refusal={refusal} />,
    },
  ];
  return (
    <Section title={words.requests} first>
      {requests.length === 0 ? (
        <Empty title={words.noRequests}>{words.noRequestsText}</Empty>
      ) : (
        <Table caption={words.requests} columns={columns} rows={requests} keyOf={({ id }) => id} />
      )}
    </Section>
  );
}

/** Whose copy it is, and the proof a download asks for, before it is given. */
export function TakeQuestion({ request: { id, name }, proof }: { request: SubjectRequest; proof: ProofAsk | undefined }) {
  const words = useWords().privacy.manage;
  const acts = (
    <>
      <Button kind="main">{words.take}</Button>
      <ButtonLink kind="quiet" to="/manage/privacy">
        {words.notNow}
      </ButtonLink>
    </>
  );
  return (
    <Form act="take" to={`/account/privacy/${id}/copy`} proof={proof}>
      <Dialog title={words.takeQuestion(name)} acts={acts}>
        <p>{words.takeText}</p>
      </Dialog>
    </Form>
  );
}

/** For whoever asked by letter or on the telephone: one form, and what they asked for is the button. */
export function AskFor({ proof, refusal }: { proof: ProofAsk | undefined; refusal: Refusal | undefined }) {
  const words = useWords().privacy.manage;
  return (
    <Section title={words.ask}>
      <Stack>
        <p className="soft measure">{words.askText}</p>
        <Form act="copy" proof={proof} refusal={refusal} label={words.ask} names={{ email: words.email, reason: words.reason }}>
          <TextField name="email" type="email" label={words.email} />
          <TextField name="reason" label={words.reason} hint={words.reasonHint} />
          <Row>
            <Button name="_act" value="copy">
              {words.makeCopy}
            </Button>
            <Button name="_act" value="erase" kind="danger">
              {words.order}
            </Button>
          </Row>
        </Form>
      </Stack>
    </Section>
  );
}
