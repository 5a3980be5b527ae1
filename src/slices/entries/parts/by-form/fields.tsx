import { type ReactNode, useCallback, useMemo } from 'react';
import { controlName } from '#core/forms/controls/sending.ts';
import type { Field } from '#core/forms/fields.ts';
import { KeptFile } from '#shells/files/kept-file.tsx';
import { FormAsked } from '#shells/forms/form-asked.tsx';
import { useWords } from '#shells/words.tsx';
import { Button } from '#ui/actions/button.tsx';
import { useFrame } from '#ui/base/frame.tsx';
import { FieldError } from '#ui/forms/field-error.tsx';
import { Files } from '#ui/forms/files.tsx';
import { useField } from '#ui/forms/form.tsx';
import { Row } from '#ui/frames/frames.tsx';
import { UploadDrop } from '#ui/uploads/upload-drop.tsx';
import { BothTexts } from '../together/both-texts.tsx';
import { useTogether } from '../together/together.tsx';
import type { EntryByForm } from './names.tsx';
import { useNotes } from './readiness.tsx';

type DropProps = {
  readonly entry: EntryByForm;
  readonly name: string;
  readonly field?: Field;
  readonly label: string;
  readonly hint: string | undefined;
  readonly optional: string | undefined;
};

/** Where the files of one field are chosen, and those there are. */
function FilesOfField({ entry, name, field, label, hint, optional }: DropProps) {
  const { entries, files: words } = useWords();
  const { error } = useField(name);
  const here = entry.files.filter((file) => file.field === (field?.key ?? null));
  const most = field?.kind === 'files' ? field.count.max : field?.kind === 'video' ? 1 : entry.mayAddFile ? here.length + 1 : here.length;
  const query = field === undefined ? '' : `?field=${field.key}`;
  const remove = entries.form.remove;
  return (
    <div className="stack-2" id={`files-${field?.key ?? 'beside'}`}>
      {here.length < most ? (
        <UploadDrop
          name={name}
          label={label}
          hint={hint ?? ''}
          optional={optional}
          accept={entry.accept}
          subject={`entry:${entry.id}`}
          shelf={`entry:${entry.id}${query}`}
          to="/uploads"
          attachTo={`/entries/${entry.id}/draft${query}`}
          words={words.upload}
        >
          <Row>
            <Button size="small" name="do" value="save">
              {entries.form.keepFile}
            </Button>
          </Row>
        </UploadDrop>
      ) : (
        <>
          <p className="label">
            {label}
            {optional && <span className="opt"> ({optional})</span>}
          </p>
          {error && <FieldError>{error}</FieldError>}
        </>
      )}
      {here.length > 0 && (
        <Files>
          {here.map((file) => (
            <KeptFile
              key={file.id}
              file={file}
              act={
                <Button kind="quiet" size="small" name="remove" value={file.id} more={file.name}>
                  {remove}
                </Button>
              }
            />
          ))}
        </Files>
      )}
    </div>
  );
}

const above = (name: string): ReactNode => <BothTexts part={name} />;

/** Everything the form of the entry's category asks. */
export function AskedByForm({ entry }: { entry: EntryByForm }) {
  const { language } = useFrame();
  const { form, answers, language: fallback } = entry.form;
  const files = useCallback(
    (field: Field, asked: Pick<DropProps, 'label' | 'hint' | 'optional'>): ReactNode => (
      <FilesOfField entry={entry} name={controlName(field.key)} field={field} {...asked} />
    ),
    [entry],
  );
  const notes = useNotes(entry);
  const { redrawn } = useTogether();
  const sources = useMemo(() => entry.files.map(({ id, name }) => ({ value: id, label: name })), [entry]);
  return (
    <FormAsked
      form={form}
      answers={answers}
      language={language}
      fallback={fallback}
      files={files}
      sources={sources}
      notes={notes}
      asked={entry.asks.all}
      above={above}
      redrawn={redrawn}
    />
  );
}
