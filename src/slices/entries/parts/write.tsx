import { chosenLanguage } from '#core/languages/local-text.ts';
import { KeptFile } from '#shells/files/kept-file.tsx';
import { AskedNote } from '#shells/forms/asked-note.tsx';
import { languageAsked } from '#shells/languages/carried.ts';
import { LanguageChoice } from '#shells/languages/contents.tsx';
import { useVisitor } from '#shells/visitor.tsx';
import { useWords } from '#shells/words.tsx';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { useAsked } from '#slices/entries/parts/still-asked.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { useFrame } from '#ui/base/frame.tsx';
import { Radios, Select } from '#ui/forms/choice.tsx';
import { Files } from '#ui/forms/files.tsx';
import { Form } from '#ui/forms/form.tsx';
import { LineField, TextArea } from '#ui/forms/text-field.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Dock, Row, Stack } from '#ui/frames/frames.tsx';
import { Icon } from '#ui/icons/icon.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { YourTime } from '#ui/messages/your-time.tsx';
import { Autosaved } from '#ui/saving/autosaved.tsx';
import { UploadDrop } from '#ui/uploads/upload-drop.tsx';
import { AskedByForm } from './by-form/fields.tsx';
import { type EntryByForm, isByForm } from './by-form/names.tsx';
import { FormCount, FormDue, FormSteps, FormSubmit, WithFar } from './by-form/readiness.tsx';
import { CostNow } from './cost.tsx';
import { Eligibility } from './eligibility.tsx';
import { WriteCount, WriteDue, WriteSteps, WriteSubmit } from './readiness.tsx';
import { BuiltOn, ChooseFirst, Recovered, usePartNames } from './together/around.tsx';
import { BothTexts } from './together/both-texts.tsx';
import { useTogether } from './together/together.tsx';

type Props = { readonly entry: EntryPage };

/** As the server counts it. */
const count = (text: string) => text.replaceAll('\r\n', '\n').length;

const clock = (at: number) => new Date(at).toTimeString().slice(0, 8);

const limitOf = (max: number, say: (used: number, of: number) => string) => ({ max, count, say });

/** A field is another one once it was drawn anew with what others saved. */
function useDrawn(): (part: string) => string {
  const { redrawn } = useTogether();
  return (part) => `${part} ${redrawn.get(part) ?? 0}`;
}

/** Whom it is about and who sends it in: asked where the category takes several kinds, said where it takes one. */
function Kinds({ entry }: Props) {
  const { category, entries, finder } = useWords();
  const { choices, takes } = entry;
  const drawn = useDrawn();
  return (
    <>
      <BothTexts part="nomineeKind" />
      {choices.nomineeKind.length > 0 && (
        <Radios
          key={drawn('nomineeKind')}
          name="nomineeKind"
          label={entries.form.nomineeKind}
          value={entry.nomineeKind ?? ''}
          options={choices.nomineeKind.map((kind) => ({ value: kind, label: finder.nominee[kind] }))}
        />
      )}
      <BothTexts part="nominator" />
      {choices.nominator.length > 0 && (
        <Radios
          key={drawn('nominator')}
          name="nominator"
          label={finder.asked.nominator}
          value={entry.nominator ?? ''}
          options={choices.nominator.map((kind) => ({ value: kind, label: finder.nominator[kind] }))}
        />
      )}
      {takes.nominators.length === 1 && <p className="soft t-sm measure">{entries.form.byOnly(category.by(takes.nominators))}</p>}
    </>
  );
}

/** Which chapter it is entered in; the country of the nominee tells it where a chapter names countries and nobody chooses. */
function ChapterField({ entry }: Props) {
  const words = useWords().entries.form.chapter;
  const { chapters, chapter } = entry;
  const drawn = useDrawn();
  if (chapters.length === 0) return null;
  const told = chapters.some(({ countries }) => countries);
  return (
    <>
      <BothTexts part="chapter" />
      <Select
        key={drawn('chapter')}
        name="chapter"
        label={words.label}
        hint={told ? words.hintByCountry : words.hint}
        value={chapter ?? ''}
        empty={told ? words.byCountry : words.choose}
        options={chapters.map(({ key, name }) => ({ value: key, label: name }))}
      />
    </>
  );
}

/** What is asked of every entry. */
function Head({ entry }: Props) {
  const words = useWords().entries.form;
  const { open } = useAsked(entry);
  const asks = (name: string) => open.includes(name) && <AskedNote is="asked" />;
  const limit = limitOf(entry.limits.title, words.ofCharacters);
  const drawn = useDrawn();
  return (
    <>
      {asks('nominee')}
      <BothTexts part="nominee" />
      <LineField key={drawn('nominee')} name="nominee" label={words.nominee} hint={words.nomineeHint} value={entry.nominee} full />
      <Kinds entry={entry} />
      {asks('title')}
      <ChapterField entry={entry} />
      <BothTexts part="title" />
      <LineField key={drawn('title')} name="title" label={words.title} value={entry.title} limit={limit} note={words.titleNote} full />
    </>
  );
}

function Story({ entry }: Props) {
  const words = useWords().entries.form;
  const { open } = useAsked(entry);
  const drawn = useDrawn();
  return (
    <Stack as="section">
      <h2 className="h2">{words.story}</h2>
      <p className="soft measure">{words.storyLead}</p>
      <Head entry={entry} />
      {open.includes('body') && <AskedNote is="asked" />}
      <BothTexts part="body" />
      <TextArea
        key={drawn('body')}
        name="body"
        label={words.body}
        value={entry.body}
        rows={18}
        prose
        limit={limitOf(entry.limits.body, words.ofCharacters)}
        note={words.bodyNote}
        full
      />
    </Stack>
  );
}

/** What its category's form asks, after what every entry says. */
function ByForm({ entry }: { entry: EntryByForm }) {
  const words = useWords().entries.form;
  return (
    <>
      <Stack as="section">
        <h2 className="h2">{words.who}</h2>
        <Head entry={entry} />
      </Stack>
      {entry.body !== '' && (
        <Notice lead={words.earlier}>
          <Prose text={entry.body} />
        </Notice>
      )}
      <AskedByForm entry={entry} />
    </>
  );
}

function Saving({ entry }: Props) {
  const { entries, dates } = useWords();
  // Whose zone we know is told in it already.
  const { zone } = useVisitor();
  const words = entries.form;
  const { follow, both } = useTogether();
  const said = (status: Parameters<Parameters<typeof Autosaved>[0]['say']>[0]): string => {
    if (status.kind === 'touched') return words.notYet;
    if (status.kind === 'saving') return words.saving;
    return status.kind === 'saved' ? words.saved(clock(status.at)) : words.notSaved(clock(status.since));
  };
  return (
    <span className="t-sm">
      <ChooseFirst both={both} entry={entry} />
      {/* Where somebody has to choose, that is what is said. */}
      <span hidden={both.size > 0}>
        <Autosaved form="write" to={`/entries/${entry.id}/draft`} follow={follow} say={said}>
          <span className="save">
            <Icon is="check" />
            <span>
              {words.savedPlain(`${dates.short(entry.savedAt)} ${dates.cityOf(entry.edition.zone)}`)}{' '}
              {zone === undefined && <YourTime instant={entry.savedAt} say={words.yourTime} />}
            </span>
          </span>
        </Autosaved>
      </span>
    </span>
  );
}

function Evidence({ entry }: Props) {
  const { entries, files } = useWords();
  const words = entries.form;
  const loose = entry.files.filter(({ field }) => field === null);
  return (
    <section className="section stack" id="evidence">
      <h2 className="h2">{words.evidence}</h2>
      <p className="soft measure">{words.evidenceLead}</p>
      {entry.mayAddFile && (
        <UploadDrop
          name="file"
          label={words.addFile}
          hint={words.fileHint}
          accept={entry.accept}
          subject={`entry:${entry.id}`}
          to="/uploads"
          attachTo={`/entries/${entry.id}/draft`}
          words={files.upload}
        >
          <Row>
            <Button size="small" name="do" value="save">
              {words.keepFile}
            </Button>
          </Row>
        </UploadDrop>
      )}
      {loose.length > 0 && (
        <Files>
          {loose.map((file) => (
            <KeptFile
              key={file.id}
              file={file}
              act={
                <Button kind="quiet" size="small" name="remove" value={file.id} more={file.name}>
                  {words.remove}
                </Button>
              }
            />
          ))}
        </Files>
      )}
    </section>
  );
}

function LookedFor({ entry }: Props) {
  const words = useWords().entries.form;
  return (
    <section className="stack-2">
      <h2 className="h3">{words.judges}</h2>
      <dl className="facts">
        {entry.criteria.map(({ id, name, share }) => [<dt key={`${id}:n`}>{name}</dt>, <dd key={`${id}:s`}>{words.share(share)}</dd>])}
      </dl>
    </section>
  );
}

/** The part of its category it is judged among, as far as what was saved tells. */
function BelongsTo({ division: { name } }: { division: NonNullable<EntryPage['division']> }) {
  const { list } = useWords().entries;
  return (
    <section className="stack-2">
      <h2 className="h3">{list.division}</h2>
      <p className={name === null ? 'soft' : 'strong'}>
        <bdi>{name ?? list.divisionOpen}</bdi>
      </p>
    </section>
  );
}

/** The form of an entry, beside it how far it is. */
export function WriteEntry({ entry }: Props) {
  const byForm = isByForm(entry) ? entry : undefined;
  const words = useWords().entries.form;
  const names = usePartNames(entry);
  const { refusal } = useTogether();
  const shown = languageAsked(useFrame());
  const languages = byForm && { shown: chosenLanguage(byForm.form.languages, shown), offered: byForm.form.languages };
  const page = (
    <div className="write">
      {byForm ? <FormDue entry={byForm} /> : <WriteDue entry={entry} />}
      <div className="write__steps">{byForm ? <FormSteps entry={byForm} /> : <WriteSteps entry={entry} />}</div>
      <div className="write__main">
        {languages && <LanguageChoice of={languages} kept={false} />}
        {entry.eligibility && <Eligibility of={entry.eligibility} open={refusal !== undefined && entry.eligibility.verdict !== 'yes'} />}
        <Recovered entry={entry} />
        <Form act="write" refusal={refusal} files className="stack-6" names={names}>
          {byForm ? <ByForm entry={byForm} /> : <Story entry={entry} />}
          {entry.looseFiles && <Evidence entry={entry} />}
          <BuiltOn entry={entry} />
        </Form>
      </div>
      <aside className="write__side stack-6" aria-label={words.judges}>
        {entry.division && <BelongsTo division={entry.division} />}
        {entry.fee === null && <CostNow entry={entry} />}
        <LookedFor entry={entry} />
      </aside>
    </div>
  );
  return byForm ? <WithFar entry={byForm}>{page}</WithFar> : page;
}

export function WriteDock({ entry }: Props) {
  const { entries, writers } = useWords();
  const { form: words, history } = entries;
  const dock = !entry.maySend ? writers.notSending : entry.state === 'returned' ? words.dockReturned : words.dock;
  return (
    <Dock text={entry.open ? dock : <span id="cannot-submit">{entry.mending ? words.cannotMend : words.cannotSubmit}</span>}>
      <span className="dock__state">
        <Saving entry={entry} />
        <Link to={`/entries/${entry.id}/history`}>{history.link}</Link>
        {isByForm(entry) ? <FormCount entry={entry} /> : <WriteCount entry={entry} />}
      </span>
      <span className="dock__acts">
        <Button form="write" name="do" value="save">
          {words.save}
        </Button>
        {entry.maySend && (isByForm(entry) ? <FormSubmit entry={entry} /> : <WriteSubmit entry={entry} />)}
      </span>
    </Dock>
  );
}
