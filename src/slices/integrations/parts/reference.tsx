import type { ReactNode } from 'react';
import { useWords } from '#shells/words.tsx';
import type { OperationView, ReferenceView } from '#slices/integrations/index.ts';
import { Fold } from '#ui/data/fold.tsx';
import { Table } from '#ui/data/table.tsx';
import { Stack } from '#ui/frames/frames.tsx';
import './machine-text.css';

/** Names for machines stand between back ticks in the description, which is Markdown. */
function withCode(text: string): ReactNode {
  const [words = '', code, ...rest] = text.split('`');
  if (code === undefined) return text;
  return (
    <>
      {words}
      <code>{code}</code>
      {withCode(rest.join('`'))}
    </>
  );
}

/** A long address may break before each of its steps, and nowhere else while there is room. */
function Path({ of }: { readonly of: string }): ReactNode {
  const [first = '', ...rest] = of.split('/');
  if (rest.length === 0) return first;
  return (
    <>
      {first}
      {first !== '' && <wbr />}/<Path of={rest.join('/')} />
    </>
  );
}

function Block({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h4 className="t-sm strong">{title}</h4>
      <pre className="excerpt">{text}</pre>
    </div>
  );
}

function Parameters({ operation }: { operation: OperationView }) {
  const words = useWords().api.page;
  return (
    <Table
      caption={words.parameters}
      showCaption
      tight
      rows={operation.parameters}
      keyOf={({ name }) => name}
      columns={[
        {
          id: 'name',
          head: words.name,
          names: true,
          cell: ({ name, required }) => [<code key="name">{name}</code>, required ? ` ${words.needed}` : ''],
        },
        { id: 'where', head: words.where, cell: (one) => words.places[one.in] ?? one.in },
        { id: 'what', head: words.what, cell: ({ what }) => withCode(what) },
      ]}
    />
  );
}

function Operation({ operation }: { operation: OperationView }) {
  const words = useWords().api.page;
  const { id, method, path, summary, text, scope, parameters, body, answer, status, refusals } = operation;
  const note = (
    <code>
      {method} <Path of={path} />
    </code>
  );
  return (
    <div id={id}>
      <Fold summary={summary} note={note}>
        <Stack>
          {text !== '' && <p className="measure">{withCode(text)}</p>}
          <p className="t-sm soft">{scope === undefined ? words.free : words.asks(scope)}</p>
          {parameters.length > 0 && <Parameters operation={operation} />}
          {body !== undefined && <Block title={words.body} text={body} />}
          <Block title={words.answer(status)} text={answer ?? words.noBody} />
          <Block title={words.refusals} text={refusals.map((one) => `${one.status}  ${one.codes}`).join('\n')} />
        </Stack>
      </Fold>
    </div>
  );
}

export function Operations({ operations }: { operations: readonly OperationView[] }) {
  return (
    <div>
      {operations.map((operation) => (
        <Operation key={operation.id} operation={operation} />
      ))}
    </div>
  );
}

/** What answers refer to by name. */
export function Shapes({ shapes }: { shapes: ReferenceView['shapes'] }) {
  return (
    <div>
      {shapes.map(({ name, text }) => (
        <Fold key={name} summary={name}>
          <pre className="excerpt">{text}</pre>
        </Fold>
      ))}
    </div>
  );
}
