import { type Offer, type Right, rights } from '#core/entries/writers.ts';
import { useWords } from '#shells/words.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Table } from '#ui/data/table.tsx';
import { Radios, Select } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Row, Section } from '#ui/frames/frames.tsx';
import { Tag } from '#ui/messages/tag.tsx';

type Writer = { readonly person: string; readonly name: string; readonly email: string; readonly rights: Right; readonly since: string };
type Invitation = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly rights: Offer;
  readonly expiresAt: string;
  readonly expired: boolean;
};
type View = {
  readonly may: 'owner' | Right;
  readonly me: string | undefined;
  readonly owner: { readonly name: string; readonly email: string };
  readonly writers: readonly Writer[];
  readonly invitations: readonly Invitation[];
};
type Refusals<K extends string> = Readonly<Record<K, Refusal | undefined>>;

const of = (refusal: Refusal | undefined, name: string, value: string) => (refusal?.values[name] === value ? refusal : undefined);

function Named({ name, email }: { name: string; email: string }) {
  return (
    <>
      <bdi>{name}</bdi>
      {email !== '' && <small className="block faint">{email}</small>}
    </>
  );
}

/** What one of them may do, to be changed by the owner. */
function ChangeRights({ writer, refusal }: { writer: Writer; refusal: Refusal | undefined }) {
  const words = useWords().writers;
  return (
    <Form act="change" id={`change-${writer.person}`} refusal={of(refusal, 'person', writer.person)}>
      <Row>
        <Select
          name="rights"
          label={words.may}
          value={writer.rights}
          options={rights.map((value) => ({ value, label: words.rights[value] }))}
        />
        <Button size="small" more={words.changeMore(writer.name)}>
          {words.change}
        </Button>
      </Row>
      <input type="hidden" name="person" value={writer.person} />
    </Form>
  );
}

function RemoveWriter({ writer, refusal }: { writer: Writer; refusal: Refusal | undefined }) {
  const words = useWords().writers;
  return (
    <Form act="remove" id={`remove-${writer.person}`} refusal={of(refusal, 'person', writer.person)}>
      <Button size="small" kind="quiet" more={writer.name}>
        {words.remove}
      </Button>
      <input type="hidden" name="person" value={writer.person} />
    </Form>
  );
}

export function Writers({ view, refusals }: { view: View; refusals: Refusals<'change' | 'remove'> }) {
  const { writers: words, dates } = useWords();
  const owns = view.may === 'owner';
  type Line = Partial<Writer> & { readonly name: string; readonly email: string };
  const lines: readonly Line[] = [view.owner, ...view.writers];
  const mayOf = (line: Line) => {
    if (line.person === undefined || line.rights === undefined) return <Tag>{words.owner}</Tag>;
    return owns ? <ChangeRights writer={line as Writer} refusal={refusals.change} /> : words.rights[line.rights];
  };
  return (
    <div className="stack">
      <Table
        caption={words.table}
        rows={lines}
        keyOf={({ person }) => person ?? 'owner'}
        columns={[
          { id: 'name', head: words.name, names: true, cell: ({ name, email }) => <Named name={name} email={email} /> },
          { id: 'may', head: words.may, cell: mayOf },
          { id: 'since', head: words.since, cell: ({ since }) => since && dates.dayInYears(since) },
          ...(owns
            ? [
                {
                  id: 'remove',
                  nowrap: true,
                  head: <span className="vh">{words.remove}</span>,
                  cell: (line: Line) => line.person && <RemoveWriter writer={line as Writer} refusal={refusals.remove} />,
                },
              ]
            : []),
        ]}
      />
      {owns && view.writers.length === 0 && <p className="soft">{words.aloneText}</p>}
    </div>
  );
}

function InvitationActs({ invitation, refusals }: { invitation: Invitation; refusals: Refusals<'again' | 'withdraw'> }) {
  const words = useWords().writers;
  const { id, email, name, rights: offered } = invitation;
  const kinds = ['again', 'withdraw'] as const;
  const actOf = (kind: (typeof kinds)[number]) => (kind === 'again' && offered === 'owner' ? 'offer' : kind);
  return (
    <Row>
      {kinds.map((kind) => (
        <Form key={kind} act={actOf(kind)} id={`${kind}-${id}`} refusal={of(refusals[kind], 'invitation', id)}>
          <Button size="small" kind="quiet" more={words.more(name)}>
            {words[kind]}
          </Button>
          <input type="hidden" name="invitation" value={id} />
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="name" value={name} />
        </Form>
      ))}
    </Row>
  );
}

export function OpenInvitations({ view, refusals }: { view: View; refusals: Refusals<'again' | 'withdraw'> }) {
  const { writers: words, dates } = useWords();
  return (
    <Section title={words.open}>
      <Table
        caption={words.openTable}
        rows={view.invitations}
        keyOf={({ id }) => id}
        columns={[
          { id: 'name', head: words.name, names: true, cell: ({ name, email }) => <Named name={name} email={email} /> },
          { id: 'may', head: words.may, cell: (one) => words.rights[one.rights] },
          {
            id: 'until',
            head: words.until,
            cell: ({ expired, expiresAt }) => (expired ? <Tag kind="warn">{words.expired}</Tag> : dates.dayInYears(expiresAt)),
          },
          {
            id: 'acts',
            head: <span className="vh">{words.withdraw}</span>,
            cell: (one) => <InvitationActs invitation={one} refusals={refusals} />,
          },
        ]}
      />
    </Section>
  );
}

export function InviteWriter({ refusal }: { refusal: Refusal | undefined }) {
  const words = useWords().writers;
  const options = rights.map((value) => ({ value, label: words.rights[value], hint: words.hints[value] }));
  return (
    <Section title={words.invite} first>
      <Form act="invite" refusal={refusal} names={{ name: words.name, email: words.email, rights: words.may }}>
        <p className="soft t-sm">{words.inviteLead}</p>
        <TextField name="name" label={words.name} />
        <TextField name="email" type="email" label={words.email} />
        <Radios name="rights" label={words.may} options={options} value="edit" />
        <Button kind="main">{words.send}</Button>
      </Form>
    </Section>
  );
}

type HandOverProps = {
  readonly title: string;
  readonly lead: readonly string[];
  readonly refusal: Refusal | undefined;
  readonly first?: boolean;
};

/** Offers the entry to somebody who becomes its owner by accepting. */
export function HandOver({ title, lead, refusal, first }: HandOverProps) {
  const words = useWords().writers;
  return (
    <Section title={title} {...(first && { first })}>
      <Form act="offer" refusal={refusal} names={{ name: words.nextName, email: words.nextEmail }}>
        {lead.map((text) => (
          <p key={text} className="soft t-sm">
            {text}
          </p>
        ))}
        <TextField name="name" label={words.nextName} />
        <TextField name="email" type="email" label={words.nextEmail} />
        <Button>{words.handSend}</Button>
      </Form>
    </Section>
  );
}

export function LeaveEntry({ refusal }: { refusal: Refusal | undefined }) {
  const words = useWords().writers;
  return (
    <Section title={words.leave} first>
      <Form act="leave" refusal={refusal}>
        <p className="soft t-sm">{words.leaveLead}</p>
        <Button kind="quiet">{words.leave}</Button>
      </Form>
    </Section>
  );
}
