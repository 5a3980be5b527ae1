import { WebAddress } from '#shells/forms/web-address.tsx';
import { useWords } from '#shells/words.tsx';
import type { ShownLinks } from '#slices/entries/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';

/** The web addresses of an entry, and what answered there when somebody had them looked at. */
export function Links({ of, mayChange, refusal }: { of: ShownLinks; mayChange: boolean; refusal: Refusal | undefined }) {
  const { dates, links: words } = useWords();
  const state = of.waits ? words.waits : of.at === undefined ? words.never : words.at(dates.full(of.at));
  return (
    <Section title={words.title}>
      <Stack>
        <ul>
          {of.links.map((link) => (
            <li key={link.address}>
              <WebAddress of={link.address} />
              {link.asked && <small className="block faint">{words.found(link)}</small>}
            </li>
          ))}
        </ul>
        <p className="soft t-sm">{`${state} ${words.lead}`}</p>
        {mayChange && !of.waits && (
          <Form act="links" refusal={refusal}>
            <Button size="small">{of.at === undefined ? words.check : words.again}</Button>
          </Form>
        )}
      </Stack>
    </Section>
  );
}
