import { useLoaderData } from 'react-router';
import { zonedText } from '#core/season/wall-time.ts';
import { load } from '#http/context.ts';
import { PublicPage } from '#shells/public.tsx';
import { useWords } from '#shells/words.tsx';
import { editionForPublic, lateChangesForPublic } from '#slices/programmes/index.ts';
import { LateChanges } from '#slices/programmes/parts/late-changes.tsx';
import { languagesForPublic } from '#slices/programmes/public/telling.ts';
import { PageHead } from '#ui/frames/frames.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { params }) => {
  const edition = await editionForPublic(ctx, params.programme ?? '', params.edition ?? '');
  const changes = await lateChangesForPublic(ctx, edition);
  const { programmeSlug, programmeName, name, slug } = edition;
  return {
    languages: await languagesForPublic(ctx, edition.id),
    edition: { programmeSlug, programmeName, name, slug },
    changes: changes.map((change) => ({ ...change, at: zonedText(change.at.getTime(), edition.zone) })),
  };
});

export default function Changes() {
  const { edition, changes, languages } = useLoaderData<typeof loader>();
  const words = useWords().configuration;
  const { programmeSlug, programmeName, slug, name } = edition;
  return (
    <PublicPage
      title={[words.history, `${programmeName} ${name}`]}
      programme={{ text: programmeName, to: `/p/${programmeSlug}` }}
      items={[{ to: `/p/${programmeSlug}/${slug}`, text: name }]}
      languages={languages}
    >
      <PageHead title={words.history} over={`${programmeName} ${name}`} text={words.publicLead} />
      <LateChanges of={changes} />
    </PublicPage>
  );
}
