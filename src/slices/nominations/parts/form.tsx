import { useWords } from '#shells/words.tsx';
import type { NominationForm } from '#slices/nominations/public-view.ts';
import { Button } from '#ui/actions/button.tsx';
import { Check, Radios } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { Chapter } from '#ui/frames/editorial.tsx';

type Props = { readonly view: NominationForm };

function Whom({ view }: Props) {
  const { nominations, shell } = useWords();
  const words = nominations.form;
  const { optional } = shell;
  const { nominees } = view.takes;
  const [only] = nominees;
  return (
    <Chapter id="who" title={words.who}>
      <div className="stack">
        {nominees.length === 1 && only ? (
          <input type="hidden" name="kind" value={only} />
        ) : (
          <Radios name="kind" label={words.kind} options={nominees.map((value) => ({ value, label: nominations.kinds[value] }))} />
        )}
        <TextField name="name" label={words.name} hint={words.nameHint} />
        <TextField name="worksFor" label={words.worksFor} hint={words.worksForHint} optional={optional} />
        <TextField name="email" type="email" label={words.email} hint={words.emailHint} optional={optional} />
      </div>
    </Chapter>
  );
}

function Why({ view }: Props) {
  const { nominations, shell } = useWords();
  const words = nominations.form;
  const { optional } = shell;
  const { nominators } = view.takes;
  const [only] = nominators;
  return (
    <Chapter id="why" title={words.why}>
      <div className="stack">
        {nominators.length === 1 && only ? (
          <input type="hidden" name="relation" value={only} />
        ) : (
          <Radios name="relation" label={words.relation} options={nominators.map((value) => ({ value, label: words.relationOf[value] }))} />
        )}
        <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={6} />
        <TextArea name="evidence" label={words.evidence} hint={words.evidenceHint} rows={3} optional={optional} />
        <TextField name="evidenceAddress" type="url" label={words.address} hint={words.addressHint} optional={optional} />
      </div>
    </Chapter>
  );
}

function You() {
  const words = useWords().nominations.form;
  return (
    <Chapter id="you" title={words.you} aside={<p className="soft">{words.youText}</p>}>
      <div className="stack">
        <TextField name="nominator" label={words.nominator} autoComplete="name" />
        <TextField name="nominatorEmail" type="email" label={words.nominatorEmail} autoComplete="email" />
        <Check name="named" label={words.named} />
        <Check name="hidden" label={words.hidden} />
        <Button kind="main">{words.send}</Button>
      </div>
    </Chapter>
  );
}

/** Whom, why, and who says so. What nobody sees is left empty by people. */
export function NominationFields({ view, refusal }: Props & { readonly refusal: Refusal | undefined }) {
  const words = useWords().nominations.form;
  const names = {
    kind: words.kind,
    name: words.name,
    worksFor: words.worksFor,
    email: words.email,
    relation: words.relation,
    reason: words.reason,
    evidence: words.evidence,
    evidenceAddress: words.address,
    nominator: words.nominator,
    nominatorEmail: words.nominatorEmail,
  };
  return (
    <Form act="nominate" refusal={refusal} names={names}>
      <Whom view={view} />
      <Why view={view} />
      <You />
      <input type="hidden" name="mark" value={view.mark} />
      <div hidden>
        <label>
          {words.trap} <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
    </Form>
  );
}
