import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { PublicPage } from '#shells/public.tsx';
import { useVisitor } from '#shells/visitor.tsx';
import { useWords } from '#shells/words.tsx';
import { runningSource } from '#slices/system/index.ts';
import { Link } from '#ui/actions/link.tsx';
import { Opening } from '#ui/frames/editorial.tsx';

export const handle = { js: false, cache: 30 };

export const loader = load(() => Promise.resolve(runningSource()));

export default function Source() {
  const { version, url } = useLoaderData<typeof loader>();
  const { organisationName } = useVisitor();
  const words = useWords().source;
  return (
    <PublicPage title={[words.title]}>
      <Opening title={words.title} lead={words.text(version)} />
      <p className="read">
        {url === undefined ? (
          words.unchanged(organisationName)
        ) : (
          <Link kind="go" to={url}>
            {words.at}
          </Link>
        )}
      </p>
    </PublicPage>
  );
}
