import type { FieldView } from '#http/problem.ts';
import { useWords } from '#shells/words.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Ready } from '#ui/data/lists.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Section } from '#ui/frames/frames.tsx';

type View = { readonly missing: readonly FieldView[]; readonly mayChange: boolean; readonly address: string };

/** What is missing before the call is published, and what publishing will do. */
export function PublishPart({ view, refusal }: { view: View; refusal: Refusal | undefined }) {
  const words = useWords().manage.edition;
  const { missing, mayChange, address } = view;
  const parts = ['categories', 'criteria', 'dates'] as const;
  const lacking = (part: (typeof parts)[number]) => missing.filter(({ path }) => (part === 'dates' ? path.endsWith('At') : path === part));
  return (
    <Section title={words.ready} first>
      <Ready
        items={parts.map((part) => {
          const [first] = lacking(part);
          const state = first ? 'due' : 'done';
          return { state, stateName: words.states[state], text: words.readyItems[part], ...(first && { more: first.message }) };
        })}
      />
      {mayChange && (
        <Form act="publish" refusal={refusal}>
          <p className="soft t-sm" id="publish-will">
            {words.publishWill(address)}
          </p>
          <Button kind="main" unavailable={missing.length > 0 ? 'publish-will' : undefined}>
            {words.publish}
          </Button>
        </Form>
      )}
    </Section>
  );
}
