import { KeptFile } from '#shells/files/kept-file.tsx';
import { useWords } from '#shells/words.tsx';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { Button } from '#ui/actions/button.tsx';
import { Files } from '#ui/forms/files.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Dock, Row, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Autosaved } from '#ui/saving/autosaved.tsx';
import { VersionField } from '#ui/saving/version-field.tsx';
import { UploadDrop } from '#ui/uploads/upload-drop.tsx';
import { Eligibility } from './eligibility.tsx';
import { MissingCount, Readiness, WriteSteps } from './readiness.tsx';

type Props = { readonly entry: EntryPage };

/** As the server counts it. */
const count = (text: string) => text.replaceAll('\r\n', '\n').length;

const clock = (at: number) => new Date(at).toTimeString().slice(0, 8);

function Words({ entry }: Props) {
  const words = useWords().entries.form;
  const limit = (max: number) => ({ max, count, say: words.ofCharacters });
  return (
    <Stack as="section">
      <h2 className="h2">{words.story}</h2>
      <p className="soft measure">{words.storyLead}</p>
      <TextField name="nominee" label={words.nominee} hint={words.nomineeHint} value={entry.nominee} full />
      <TextField name="title" label={words.title} value={entry.title} limit={limit(entry.limits.title)} note={words.titleNote} full />
      <TextArea
        name="body"
        label={words.body}
        value={entry.body}
        rows={18}
        prose
        limit={limit(entry.limits.body)}
        note={words.bodyNote}
        full
      />
    </Stack>
  );
}

function Saving({ entry }: Props) {
  const { entries, dates } = useWords();
  const words = entries.form;
  return (
    <p>
      <Autosaved
        form="write"
        to={`/entries/${entry.id}/draft`}
        say={(status) =>
          status.kind === 'saving'
            ? words.saving
            : status.kind === 'saved'
              ? words.saved(clock(status.at))
              : words.notSaved(clock(status.since))
        }
      >
        <span className="t-sm faint num">{words.savedPlain(dates.short(entry.savedAt))}</span>
      </Autosaved>
    </p>
  );
}

function Evidence({ entry }: Props) {
  const { entries, files } = useWords();
  const words = entries.form;
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
      {entry.files.length > 0 && (
        <Files>
          {entry.files.map((file) => (
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

/** Somebody, most likely the writer elsewhere, saved meanwhile: both texts are shown, and nothing is overwritten unseen. */
function SavedMeanwhile({ entry }: Props) {
  const words = useWords().entries.form;
  return (
    <Notice kind="warn" lead={words.current}>
      <p>{words.currentText}</p>
      <p className="strong">{entry.title}</p>
      <p className="soft">{entry.nominee}</p>
      <Prose text={entry.body} />
    </Notice>
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

/** The form of an entry, beside it how far it is. */
export function WriteEntry({
  entry,
  refusal,
}: Props & { refusal: (Refusal & { readonly problem: { readonly code: string } }) | undefined }) {
  const words = useWords().entries.form;
  const stale = refusal?.problem.code === 'general.stale-version';
  return (
    <div className="write">
      <div className="write__steps">
        <WriteSteps entry={entry} />
      </div>
      <div className="write__main">
        {entry.state === 'returned' && entry.note !== '' && (
          <Notice kind="warn" lead={words.returned}>
            <Prose text={entry.note} />
          </Notice>
        )}
        {stale && <SavedMeanwhile entry={entry} />}
        <Form
          act="write"
          refusal={refusal}
          files
          className="stack-6"
          names={{ nominee: words.nominee, title: words.title, body: words.body }}
        >
          <Words entry={entry} />
          <Saving entry={entry} />
          <Evidence entry={entry} />
          <VersionField version={entry.version} />
        </Form>
        {entry.eligibility && <Eligibility of={entry.eligibility} />}
      </div>
      <aside className="write__side stack-6" aria-label={words.ready}>
        <Readiness entry={entry} />
        <LookedFor entry={entry} />
      </aside>
    </div>
  );
}

export function WriteDock({ entry }: Props) {
  const words = useWords().entries.form;
  return (
    <Dock text={entry.open ? words.dock : <span id="cannot-submit">{words.cannotSubmit}</span>}>
      <MissingCount entry={entry} />
      <Button form="write" name="do" value="save">
        {words.save}
      </Button>
      <Button kind="main" form="write" name="do" value="submit" unavailable={entry.open ? undefined : 'cannot-submit'}>
        {words.submit}
      </Button>
    </Dock>
  );
}
