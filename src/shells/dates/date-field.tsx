import type { ReactNode } from 'react';
import type { FieldProps } from '#ui/forms/field.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { useWords } from '../words.tsx';

type Props = FieldProps & {
  /** As machines write it: `2026-12-09`, with `time` `2026-12-09T17:00`. */
  readonly value?: string | undefined;
  readonly time?: boolean;
  readonly note?: ReactNode;
};

/**
 * The one control for a day, or a day and a time: a line of text, written as dates are on every page, so that the browser's own order of
 * day and month never stands beside ours.
 */
export function DateField({ time = false, hint, ...field }: Props) {
  const { dates } = useWords();
  const like = time ? dates.like.time : dates.like.day;
  return (
    <TextField
      {...field}
      hint={
        hint === undefined ? (
          like
        ) : (
          <>
            {hint} {like}
          </>
        )
      }
      date={{ show: dates.written, read: dates.read }}
      short={!time}
    />
  );
}
