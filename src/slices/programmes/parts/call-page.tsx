import { PublicPage } from '#shells/public.tsx';
import { useWords } from '#shells/words.tsx';
import type { Call } from '#slices/programmes/public/call.ts';
import { CallView } from './call.tsx';

/** A call in its frame: the masthead leads to its chapters and to the winners there are. */
export function CallPage({ call }: { call: Call }) {
  const { nav } = useWords().call;
  const { programme, edition, past } = call;
  const page = `/p/${programme.slug}`;
  const winners = edition.phase === 'announced' ? edition : past[0];
  const items = [
    { to: page, text: nav.edition(edition.name), current: true },
    { to: '#categories', text: nav.categories },
    { to: '#dates', text: nav.dates },
    { to: '#judging', text: nav.judging },
    ...(winners ? [{ to: `${page}/${winners.slug}/winners`, text: nav.winners }] : []),
    ...(!winners && call.won ? [{ to: `${page}/winners`, text: nav.winners }] : []),
  ];
  return (
    <PublicPage
      title={[`${programme.name} ${edition.name}`]}
      programme={{ text: programme.name, to: page }}
      items={items}
      languages={call.languages}
    >
      <CallView call={call} />
    </PublicPage>
  );
}
