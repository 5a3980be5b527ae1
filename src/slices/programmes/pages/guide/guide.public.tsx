import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { GuideView } from '#slices/programmes/parts/public/guide.tsx';
import { guideOf } from '#slices/programmes/public/guide.ts';

export const handle = { js: false, cache: 30 };

export const loader = load((ctx, { params }) => guideOf(ctx, params.programme ?? '', params.edition ?? '', params.category ?? ''));

export default function GuidePage() {
  return <GuideView guide={useLoaderData<typeof loader>()} />;
}
