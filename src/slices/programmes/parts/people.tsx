import { useWords } from '#shells/words.tsx';
import type { InvitedRole, Role } from '#slices/programmes/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Table } from '#ui/data/table.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Tag } from '#ui/messages/tag.tsx';

type Holder = { readonly person: string; readonly name: string; readonly email: string; readonly role: Role; readonly since: string };
type Invitation = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: InvitedRole;
  /** What the chapter is called they are to manage; nothing for a role in the programme. */
  readonly chapter: string;
  readonly sentAt: string;
  readonly expiresAt: string;
  readonly expired: boolean;
};
type Props = {
  readonly holders: readonly Holder[];
  readonly invitations: readonly Invitation[];
  readonly mayChange: boolean;
  readonly refusal: Refusal | undefined;
  readonly invitationRefusal: Refusal | undefined;
};

function Withdraw({ holder, refusal }: { holder: Holder; refusal: Refusal | undefined }) {
  const words = useWords().manage.people;
  const { person, name, role } = holder;
  const mine = refusal?.values.person === person && refusal.values.role === role ? refusal : undefined;
  return (
    <Form act="withdraw" id={`withdraw-${person}-${role}`} refusal={mine}>
      <Button size="small" kind="quiet" more={words.withdrawMore(name, words.roles[role])}>
        {words.withdraw}
      </Button>
      <input type="hidden" name="person" value={person} />
      <input type="hidden" name="role" value={role} />
    </Form>
  );
}

function WithdrawInvitation({ invitation, refusal }: { invitation: Invitation; refusal: Refusal | undefined }) {
  const words = useWords().manage.people;
  const { id, name, role } = invitation;
  return (
    <Form act="withdraw-invitation" id={`withdraw-${id}`} refusal={refusal?.values.invitation === id ? refusal : undefined}>
      <Button size="small" kind="quiet" more={words.withdrawInvitationMore(name, words.roles[role])}>
        {words.withdrawInvitation}
      </Button>
      <input type="hidden" name="invitation" value={id} />
    </Form>
  );
}

function Holders({ holders, mayChange, refusal }: Props) {
  const { manage, dates } = useWords();
  const words = manage.people;
  if (holders.length === 0) return <Empty title={words.none}>{words.noneText}</Empty>;
  const columns = [
    {
      id: 'name',
      head: words.name,
      names: true as const,
      cell: ({ name, email }: Holder) => [
        name,
        <small key="email" className="block faint">
          {email}
        </small>,
      ],
    },
    { id: 'role', head: words.role, cell: ({ role }: Holder) => words.roles[role] },
    { id: 'since', head: words.since, cell: ({ since }: Holder) => dates.dayInYears(since) },
    ...(mayChange
      ? [
          {
            id: 'withdraw',
            nowrap: true,
            head: <span className="vh">{words.withdraw}</span>,
            cell: (holder: Holder) => <Withdraw holder={holder} refusal={refusal} />,
          },
        ]
      : []),
  ];
  return <Table caption={words.holdersTable} columns={columns} rows={holders} keyOf={({ person, role }) => person + role} />;
}

function Invitations({ invitations, mayChange, invitationRefusal }: Omit<Props, 'holders' | 'refusal'>) {
  const { manage, dates } = useWords();
  const words = manage.people;
  if (invitations.length === 0) return <p className="soft">{words.noneOpen}</p>;
  return (
    <Table
      caption={words.openTable}
      rows={invitations}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'name',
          head: words.name,
          names: true,
          cell: ({ name, email }) => [
            name,
            <small key="email" className="block faint">
              {email}
            </small>,
          ],
        },
        {
          id: 'role',
          head: words.role,
          cell: ({ role, chapter }) => <bdi>{chapter ? words.chapters.roleOf(chapter) : words.roles[role]}</bdi>,
        },
        {
          id: 'until',
          head: words.until,
          cell: ({ expired, expiresAt }) => (expired ? <Tag kind="warn">{words.expired}</Tag> : dates.dayInYears(expiresAt)),
        },
        ...(mayChange
          ? [
              {
                id: 'withdraw',
                nowrap: true,
                head: <span className="vh">{words.withdrawInvitation}</span>,
                cell: (invitation: Invitation) => <WithdrawInvitation invitation={invitation} refusal={invitationRefusal} />,
              },
            ]
          : []),
      ]}
    />
  );
}

/** Who does what in a programme, and whom we wait for. */
export function PeopleTables(props: Props) {
  const words = useWords().manage.people;
  return (
    <div>
      <Section title={words.holders} first>
        <Holders {...props} />
      </Section>
      <Section title={words.open}>
        <Invitations {...props} />
      </Section>
    </div>
  );
}
