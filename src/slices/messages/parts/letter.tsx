import './letter.css';

/** What a mail says, line by line. */
export function Letter({ subject, text }: { subject?: string; text: string }) {
  return (
    <article>
      {subject !== undefined && (
        <h3 className="h3 letter__subject">
          <bdi>{subject}</bdi>
        </h3>
      )}
      <p className="read letter">{text.trimEnd()}</p>
    </article>
  );
}
