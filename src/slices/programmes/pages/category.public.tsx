import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { CategoryView } from '#slices/programmes/parts/public/category-page.tsx';
import { categoryPageOf } from '#slices/programmes/public/category.ts';

export const handle = { js: false, cache: 30 };

export const loader = load((ctx, { params }) => categoryPageOf(ctx, params.programme ?? '', params.edition ?? '', params.category ?? ''));

export default function CategoryPage() {
  return <CategoryView view={useLoaderData<typeof loader>()} />;
}
