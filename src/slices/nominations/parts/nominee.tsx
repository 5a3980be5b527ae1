import { WebAddress } from '#shells/forms/web-address.tsx';
import { useWords } from '#shells/words.tsx';
import type { NomineeForManager } from '#slices/nominations/views.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Merge } from './pair.tsx';

type Props = { readonly view: NomineeForManager };
type Asked = Props & { readonly refusal: Refusal | undefined };

/** Every nomination, with whoever made it and what they allow. */
export function Proposals({ view }: Props) {
  const { nominations, dates } = useWords();
  const words = nominations.nominee;
  const { proposals } = view;
  return (
    <Section title={words.by(proposals.length)} aside={words.byText} first>
      <ul className="said">
        {proposals.map(({ id, by, byEmail, relation, at, reason, evidence, address, named, hidden }) => (
          <li key={id}>
            <p className="over">
              <bdi>{by}</bdi>, <bdi>{byEmail}</bdi> · {nominations.relations[relation]} · {dates.dayInYears(at)}
              {named && ` · ${words.named}`}
              {hidden && ` · ${words.hidden}`}
            </p>
            <Prose text={reason} />
            {evidence !== '' && (
              <>
                <p className="strong t-sm">{words.evidence}</p>
                <Prose text={evidence} />
              </>
            )}
            {address !== '' && (
              <p>
                <WebAddress of={address} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Members({ view, refusal }: Asked) {
  const words = useWords().nominations.nominee;
  if (view.members.length === 0) return null;
  return (
    <Section title={words.members}>
      <ul className="plain-list">
        {view.members.map(({ id, name, email }) => (
          <li key={id}>
            <div className="row">
              <span>
                <bdi>{name}</bdi> <span className="soft">{email}</span>
              </span>
              {view.mayChange && (
                <Form act="split" id={`split-${id}`} refusal={refusal?.values.nominee === id ? refusal : undefined} stacked={false}>
                  <input type="hidden" name="nominee" value={id} />
                  <Button size="small" kind="quiet" more={words.splitMore(name)}>
                    {words.split}
                  </Button>
                </Form>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Those that may be the same, each to be merged one way or the other. */
export function LikelySame({ view, path, refusal }: Asked & { readonly path: string }) {
  const { nominations } = useWords();
  if (view.alike.length === 0) return null;
  const self = { ...view, mailbox: '', category: view.categoryCode };
  return (
    <Section title={nominations.nominee.alike}>
      <ul className="plain-list">
        {view.alike.map(({ other, evidence }) => (
          <li key={other.id}>
            <Stack space="tight">
              <p>
                <Link to={`${path}/${other.id}`}>
                  <bdi>{other.name}</bdi>
                </Link>{' '}
                <span className="soft">
                  {[other.worksFor, other.email, nominations.states[other.state]].filter((text) => text !== '').join(' · ')}
                </span>
              </p>
              <p className="soft t-sm">{nominations.alike.because(evidence)}</p>
              {view.mayChange && (
                <div className="row">
                  <Merge into={self} other={other} refusal={refusal} main />
                  <Merge into={other} other={self} refusal={refusal} />
                </div>
              )}
            </Stack>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Where they stand, and the mail that tells them. */
export function Tell({ view, refusal }: Asked) {
  const { nominations, dates, problems } = useWords();
  const words = nominations.nominee;
  const { state, email, answer, toldAt, answeredAt, tellBy, late, declinedBefore, entry } = view;
  if (state === 'declined')
    return (
      <Section title={words.declined}>
        <p>{words.declinedText}</p>
        {answer !== '' && (
          <>
            <p className="strong t-sm">{words.answer}</p>
            <Prose text={answer} />
          </>
        )}
      </Section>
    );
  if (state === 'accepted')
    return (
      <Section title={words.accepted}>
        <p>{entry === null ? words.waitsForEntries : words.acceptedText(dates.full(answeredAt ?? ''))}</p>
      </Section>
    );
  return (
    <Section title={words.tell}>
      <Stack>
        {late ? (
          <Notice kind="warn">{words.late(dates.full(tellBy))}</Notice>
        ) : (
          toldAt === null && <p className="soft">{words.by_(dates.full(tellBy))}</p>
        )}
        {toldAt !== null && <p className="soft">{words.toldOn(dates.full(toldAt))}</p>}
        {declinedBefore && <p>{words.declinedBefore}</p>}
        {email === '' && <p>{problems['nominations.no-address'].detail({})}</p>}
        {view.mayTell && (
          <Form act="tell" refusal={refusal}>
            <p>{words.tellText(email)}</p>
            <Button kind={toldAt === null ? 'main' : undefined}>{toldAt === null ? words.tellGo : words.tellAgain}</Button>
          </Form>
        )}
      </Stack>
    </Section>
  );
}

export function Change({ view, refusal }: Asked) {
  const { nominations, shell } = useWords();
  const words = nominations.nominee;
  const { form } = nominations;
  return (
    <Section title={words.change}>
      <Form act="change" refusal={refusal} names={{ name: form.name, worksFor: form.worksFor, email: form.email }}>
        <p className="soft t-sm">{words.changeHint}</p>
        <TextField name="name" label={form.name} value={view.name} />
        <TextField name="worksFor" label={form.worksFor} value={view.worksFor} optional={shell.optional} />
        <TextField name="email" type="email" label={form.email} value={view.email} optional={shell.optional} />
        <input type="hidden" name="version" value={view.version} />
        <Button>{words.save}</Button>
      </Form>
    </Section>
  );
}
