import { directionOf } from '#core/languages/local-text.ts';
import { inItself } from '#shells/languages/contents.tsx';
import { useWords } from '#shells/words.tsx';
import type { ChosenTexts } from '#slices/programmes/translating/page-view.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { Dock } from '#ui/frames/frames.tsx';
import { Tag } from '#ui/messages/tag.tsx';
import './translating.css';

/** About as many letters as a line of a field holds. */
const aLine = 52;

type Thing = ChosenTexts['things'][number];
type Line = Thing['lines'][number];
type Of = { readonly main: string; readonly language: string; readonly mayChange: boolean };

const spoken = (tag: string) => ({ lang: tag, dir: directionOf(tag) });

/** What is said, beside the field for what it says in the other language. */
function TextPair({ line, of: { main, language, mayChange } }: { line: Line; of: Of }) {
  const words = useWords().translating;
  const field = words.field(line.what);
  const shape = {
    name: `in.${line.name}`,
    label: words.translation(field, inItself(language)),
    value: line.words,
    written: spoken(language),
    full: true,
    labelUnseen: true,
    readOnly: !mayChange,
  };
  return (
    <div className="pair">
      <div>
        <p className="t-sm soft">
          {field} {line.outdated && <Tag kind="warn">{words.changed}</Tag>}
        </p>
        <p className="pair__source" {...spoken(main)}>
          {line.source}
        </p>
      </div>
      {line.long ? <TextArea {...shape} rows={Math.min(12, 1 + Math.ceil(line.source.length / aLine))} /> : <TextField {...shape} />}
    </div>
  );
}

function ThingTexts({ thing, of }: { thing: Thing; of: Of }) {
  return (
    <section className="pairs" aria-label={thing.title || thing.key}>
      <h3 className="pairs__head">
        {thing.title && <bdi {...spoken(of.main)}>{thing.title}</bdi>} <code className="t-sm faint">{thing.key}</code>
      </h3>
      {thing.lines.map((line) => (
        <TextPair key={line.name} line={line} of={of} />
      ))}
    </section>
  );
}

type Props = {
  readonly chosen: ChosenTexts;
  readonly main: string;
  readonly version: number;
  readonly mayChange: boolean;
  readonly refusal: Refusal | undefined;
};

/** The texts of one page, saved together. */
export function Texts({ chosen, main, version, mayChange, refusal }: Props) {
  const words = useWords().translating;
  const of = { main, language: chosen.language, mayChange };
  const names = Object.fromEntries(
    chosen.things.flatMap(({ title, lines }) =>
      lines.map(({ name, what }) => [`in.${name}`, [title, words.field(what)].filter(Boolean).join(', ')]),
    ),
  );
  const things = chosen.things.map((thing) => <ThingTexts key={thing.lines[0]?.name} thing={thing} of={of} />);
  if (!mayChange) return things;
  return (
    <Form act="change" refusal={refusal} names={names}>
      {things}
      <Dock text={words.where(chosen.from + 1, chosen.from + chosen.shown, chosen.found)}>
        <Button kind="main">{words.save}</Button>
      </Dock>
      <input type="hidden" name="language" value={chosen.language} />
      <input type="hidden" name="part" value={chosen.part} />
      <input type="hidden" name="version" value={version} />
    </Form>
  );
}
