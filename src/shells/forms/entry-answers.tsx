import type { Answers } from '#core/forms/answer-shapes.ts';
import type { Form } from '#core/forms/shape.ts';
import { useFrame } from '#ui/base/frame.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { FormAnswered, type FormAnsweredProps } from './form-answered.tsx';

type Read = {
  /** The text of an entry that was written without a form. */
  readonly body: string;
  readonly form: { readonly form: Form; readonly answers: Answers; readonly language: string } | undefined;
};

/** What an entry says, by its form or as one text: the same for its writer, the manager and judges, each with what they may read. */
export function EntryAnswers({ entry: { body, form }, file }: { entry: Read } & Pick<FormAnsweredProps, 'file'>) {
  const { language } = useFrame();
  if (form === undefined) return <Prose text={body} />;
  return <FormAnswered form={form.form} answers={form.answers} language={language} fallback={form.language} file={file} />;
}
