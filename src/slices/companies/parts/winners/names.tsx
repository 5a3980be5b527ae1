import { useWords } from '#shells/words.tsx';
import type { NamesPage } from '#slices/companies/winners/names-page.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Pager } from '#ui/data/pager.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Row, Section, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Toast } from '#ui/messages/toast.tsx';

type View = { readonly view: NamesPage };
type Name = NamesPage['names'][number];
type NameProps = { readonly name: Name; readonly refusal: Refusal | undefined };

/** What has just been said, with the way back. */
export function SaidOf({ view: { just, undone } }: View) {
  const words = useWords().pastWinners.names;
  if (just) {
    const undo = (
      <Form act="match" id="undo" stacked={false}>
        <input type="hidden" name="written" value={just.written} />
        <input type="hidden" name="company" value="" />
        <Button size="small">{words.undo}</Button>
      </Form>
    );
    return <Toast undo={undo}>{words.saidToast(just.written)}</Toast>;
  }
  if (!undone) return null;
  return (
    <Notice kind="ok" live>
      {words.undone}
    </Notice>
  );
}

/** Companies it may be, each with why. */
function Candidates({ name }: { name: Name }) {
  const { pastWinners, companies } = useWords();
  const words = pastWinners.names;
  if (name.candidates.length === 0) return <p className="soft">{words.nothingLike}</p>;
  return (
    <Facts
      long
      of={name.candidates.map(({ name: called, evidence }) => ({
        name: called,
        value: evidence.map((one) => (
          <span key={one.kind} className="block">
            {companies.reason(one)}
          </span>
        )),
      }))}
    />
  );
}

/** The answers a person may give; none of them is chosen beforehand. */
function Answers({ name, refusal }: NameProps) {
  const words = useWords().pastWinners.names;
  const { written, key, candidates } = name;
  const mine = refusal?.values.written === written ? refusal : undefined;
  const other = mine?.values.company === 'other' ? mine : undefined;
  return (
    <Stack>
      <Form act="match" id={`match-${key}`} refusal={other ? undefined : mine} stacked={false}>
        <Row>
          {candidates.map(({ company, name: called }) => (
            <Button key={company} size="small" name="company" value={company} more={words.isMore(written)}>
              {words.is(called)}
            </Button>
          ))}
          <Button size="small" name="company" value="new" more={words.newMore(written)}>
            {words.new}
          </Button>
          <Button size="small" kind="quiet" name="company" value="none" more={words.noneMore(written)}>
            {words.none}
          </Button>
        </Row>
        <input type="hidden" name="written" value={written} />
      </Form>
      <Fold summary={words.other} open={other !== undefined}>
        <Form act="match" id={`other-${key}`} refusal={other} names={{ company: words.otherChoose }}>
          <TextField name="called" label={words.otherChoose} error={other?.problem.fields[0]?.message} />
          <Button size="small" name="company" value="other">
            {words.otherGo}
          </Button>
          <input type="hidden" name="written" value={written} />
        </Form>
      </Fold>
    </Stack>
  );
}

function Decided({ name, mayChange, refusal }: NameProps & { mayChange: boolean }) {
  const words = useWords().pastWinners.names;
  const { written, key, company } = name;
  return (
    <Row apart>
      <p>{company ? <Link to={`/manage/companies/${company.id}`}>{words.means(company.name)}</Link> : words.meansNone}</p>
      {mayChange && (
        <Form act="match" id={`back-${key}`} refusal={refusal?.values.written === written ? refusal : undefined} stacked={false}>
          <input type="hidden" name="written" value={written} />
          <input type="hidden" name="company" value="" />
          <Button size="small" kind="quiet" more={words.takeBackMore(written)}>
            {words.takeBack}
          </Button>
        </Form>
      )}
    </Row>
  );
}

export function NameCard({ name, view, refusal, first }: NameProps & View & { first: boolean }) {
  const words = useWords().pastWinners.names;
  const { said, mayChange } = view;
  return (
    <Section title={name.written} aside={words.wins(name.wins, name.years)} first={first}>
      {said ? (
        <Decided name={name} mayChange={mayChange} refusal={refusal} />
      ) : (
        mayChange && (
          <Stack>
            <Candidates name={name} />
            <Answers name={name} refusal={refusal} />
          </Stack>
        )
      )}
    </Section>
  );
}

export function NoNames({ view: { search, said, path } }: View) {
  const words = useWords().pastWinners.names;
  if (search)
    return (
      <Empty title={words.nothing} acts={<ButtonLink to={said ? `${path}?decided` : path}>{words.all}</ButtonLink>}>
        {words.nothingText}
      </Empty>
    );
  return <Empty title={said ? words.noneSaid : words.noneOpen}>{said ? words.noneSaidText : words.noneOpenText}</Empty>;
}

export function NamesPages({ view: { next, first } }: View) {
  const words = useWords().pastWinners.names;
  if (!next && !first) return null;
  return <Pager label={words.pages} where="" before={{ label: words.first, to: first }} after={{ label: words.next, to: next }} />;
}
