import { useWords } from '#shells/words.tsx';
import type { SubjectRequest } from '#slices/privacy/views.ts';
import { Button } from '#ui/actions/button.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import type { ProofAsk } from '#ui/forms/proof.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Section, Split, Stack } from '#ui/frames/frames.tsx';
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

function Acts({ request, proof, refusal }: { request: SubjectRequest; proof: ProofAsk | undefined; refusal: Refusal | undefined }) {
  const words = useWords().privacy.manage;
  const { id, state, kind, onBehalf } = request;
  return (
    <>
      {state === 'ready' && onBehalf && (
        <Form act="take" id={`take-${id}`} to={`/account/privacy/${id}/copy`} proof={proof}>
          <Button size="small">{words.take}</Button>
        </Form>
      )}
      {state === 'waiting' && kind === 'erasure' && (
        <Form act="withdraw" id={`withdraw-${id}`} refusal={refusal?.values.request === id ? refusal : undefined}>
          <input type="hidden" name="request" value={id} />
          <Button size="small">{words.withdraw}</Button>
        </Form>
      )}
    </>
  );
}

type Props = { readonly requests: readonly SubjectRequest[]; readonly proof: ProofAsk | undefined; readonly refusal: Refusal | undefined };

export function Requests({ requests, proof, refusal }: Props) {
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
    { id: 'when', head: words.when, nowrap: true, cell: ({ askedAt }) => dates.date(askedAt) },
    {
      id: 'due',
      head: words.due,
      nowrap: true,
      cell: ({ dueAt, state }) => (state === 'waiting' || state === 'ready' ? dates.date(dueAt) : ''),
    },
    { id: 'state', head: words.state, cell: ({ kind, state }) => <Tag kind={tags[state]}>{privacy.state(kind, state)}</Tag> },
    {
      id: 'acts',
      head: <span className="vh">{words.withdraw}</span>,
      cell: (request) => <Acts request={request} proof={proof} refusal={refusal} />,
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

function Ask({
  act,
  go,
  proof,
  refusal,
}: {
  act: 'copy' | 'erase';
  go: string;
  proof: ProofAsk | undefined;
  refusal: Refusal | undefined;
}) {
  const words = useWords().privacy.manage;
  return (
    <Form act={act} proof={proof} refusal={refusal} label={go} names={{ email: words.email, reason: words.reason }}>
      <TextField name="email" type="email" label={words.email} />
      <TextField name="reason" label={words.reason} hint={words.reasonHint} />
      <Button kind={act === 'erase' ? 'danger' : undefined}>{go}</Button>
    </Form>
  );
}

/** For whoever asked by letter or on the telephone. */
export function AskFor({ proof, copy, erase }: { proof: ProofAsk | undefined; copy: Refusal | undefined; erase: Refusal | undefined }) {
  const words = useWords().privacy.manage;
  return (
    <Section title={words.ask}>
      <Stack>
        <p className="soft measure">{words.askText}</p>
        <Split kind="half">
          <Ask act="copy" go={words.makeCopy} proof={proof} refusal={copy} />
          <Ask act="erase" go={words.order} proof={proof} refusal={erase} />
        </Split>
      </Stack>
    </Section>
  );
}
