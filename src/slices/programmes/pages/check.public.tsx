import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { queryIn } from '#http/dates/written.ts';
import { useWords } from '#shells/words.tsx';
import { EditionFrame } from '#slices/programmes/parts/public/category-page.tsx';
import { CheckForm, CheckResults } from '#slices/programmes/parts/public/self-check.tsx';
import { selfCheckOf } from '#slices/programmes/public/self-check.ts';
import { Chapter, Opening } from '#ui/frames/editorial.tsx';

export const handle = { js: false, cache: 30 };

export const loader = load((ctx, { params, url }) => {
  const query = queryIn(url, ctx.language);
  return selfCheckOf(ctx, params.programme ?? '', params.edition ?? '', (name) => query.getAll(name).slice(0, 100));
});

export default function Check() {
  const view = useLoaderData<typeof loader>();
  const words = useWords().selfCheck;
  return (
    <EditionFrame of={view} title={words.title}>
      <Opening over={view.chosen && <bdi>{view.chosen.name}</bdi>} title={words.title} lead={words.lead} />
      <Chapter title={words.questions} aside={<p className="soft">{words.questionsAside}</p>}>
        <CheckForm view={view} />
      </Chapter>
      <Chapter id="results" title={words.results}>
        <CheckResults view={view} />
      </Chapter>
    </EditionFrame>
  );
}
