import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { visitContext } from '#http/visit.ts';
import { keysAreOn, keysCookie } from '#http/visitor/keys.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { Button } from '#ui/actions/button.tsx';
import { useHref } from '#ui/base/frame.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export function loader({ request }: LoaderFunctionArgs) {
  return { on: keysAreOn(request.headers.get('cookie')) };
}

/** The choice is this browser's alone, so it goes into a cookie and the database hears nothing of it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const keys = form.get('keys');
  if (keys !== 'on' && keys !== 'off') throw data(null, { status: 404 });
  const { base, secure } = context.get(visitContext);
  return redirect('/account/keys', { status: 303, headers: { 'set-cookie': keysCookie(keys === 'on', base, secure) } });
}

const shown = (...keys: string[]) => (
  <span className="row">
    {keys.map((key) => (
      <kbd className="key" key={key}>
        {key}
      </kbd>
    ))}
  </span>
);

export default function Keys() {
  const { on } = useLoaderData<typeof loader>();
  const { account, go, shell } = useWords();
  const words = go.keys;
  const here = useHref('/account/keys');
  return (
    <AccountPage title={[words.title]}>
      <Stack space="wide">
        <PageHead
          title={words.title}
          text={words.lead}
          crumbs={<Crumbs label={shell.crumbs} items={[{ to: '/account', text: account.title }, { text: words.title }]} />}
        />
        <Section title={words.everywhere} first>
          <Facts
            of={[
              { name: words.go, value: shown('Ctrl K', '⌘ K') },
              { name: words.searchBox, value: shown('/') },
              { name: words.help, value: shown('?') },
            ]}
          />
          <form method="post" action={here} className="row gap-t">
            <span className="soft">{words.state(on)}</span>
            <Button size="small" name="keys" value={on ? 'off' : 'on'}>
              {on ? words.turnOff : words.turnOn}
            </Button>
          </form>
        </Section>
        <Section title={words.queue}>
          <Facts
            of={[
              { name: words.screen.go, value: shown('J', 'K') },
              { name: words.screen.accept, value: shown('A') },
              { name: words.screen.ruleOut, value: shown('N', 'D') },
              { name: words.screen.return, value: shown('R') },
            ]}
          />
        </Section>
        <Section title={words.desk} aside={words.deskNote}>
          <Facts
            of={[
              { name: words.next, value: shown('J') },
              { name: words.before, value: shown('K') },
              { name: words.mark, value: shown('1–9', '0') },
              { name: words.comment, value: shown('C') },
              { name: words.entry, value: shown('N') },
            ]}
          />
        </Section>
      </Stack>
    </AccountPage>
  );
}
