/** Files beside an entry as answers to the fields they were given for, and who of its readers is given which. */
import type { Answers } from '#core/forms/answer-shapes.ts';
import { answersFor, type Reader } from '#core/forms/audience.ts';
import { isOfFiles } from '#core/forms/controls/sending.ts';
import type { Field } from '#core/forms/fields.ts';
import { type Form, fieldsOf } from '#core/forms/shape.ts';
import type { FileView } from '../find.ts';

type Given = Pick<FileView, 'id' | 'name' | 'mediaType' | 'bytes' | 'facts' | 'field' | 'state'>;

const documents = /^application\//;

/** What kind of content a file is, as forms tell them apart. */
function groupOf({ mediaType, name }: Given): 'document' | 'table' | 'picture' | 'video' {
  if (mediaType.startsWith('video/')) return 'video';
  if (mediaType.startsWith('image/')) return 'picture';
  return !documents.test(mediaType) && /\.csv$/i.test(name) ? 'table' : 'document';
}

function answerOf(field: Field, files: readonly Given[]): unknown {
  const [first] = files;
  if (first === undefined) return undefined;
  if (field.kind === 'video') return { file: first.id, name: first.name, bytes: first.bytes, seconds: first.facts.seconds ?? null };
  return files.map((file) => ({ file: file.id, name: file.name, bytes: file.bytes, group: groupOf(file) }));
}

/** The answers with those that are files; one that was refused answers nothing. */
export function withFiles(form: Form, answers: Answers, files: readonly Given[]): Record<string, unknown> {
  const given = fieldsOf(form).flatMap(({ field }): [string, unknown][] => {
    if (!isOfFiles(field)) return [];
    const answer = answerOf(
      field,
      files.filter((file) => file.field === field.key && file.state !== 'refused'),
    );
    return answer === undefined ? [] : [[field.key, answer]];
  });
  return { ...answers, ...Object.fromEntries(given) };
}

/** The files a reader may have: those beside the entry as a whole, and those of answers this reader may read. */
export function filesForReader<F extends Given>(form: Form, answers: Answers, files: readonly F[], reader: Reader): F[] {
  const seen = answersFor(form, answers, reader);
  return files.filter(({ field }) => field === null || Object.hasOwn(seen, field));
}

/** Whether a figure may ask for a file while no field takes one: then files lie beside the entry as a whole. */
export function asksForLooseFiles(form: Form): boolean {
  const fields = fieldsOf(form).map(({ field }) => field);
  return fields.some((field) => field.kind === 'metric' && field.source !== 'none') && !fields.some(isOfFiles);
}
