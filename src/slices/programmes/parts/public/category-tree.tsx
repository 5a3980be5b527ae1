import { Said } from '#shells/languages/contents.tsx';
import { useWords } from '#shells/words.tsx';
import type { ToldNode } from '#slices/programmes/public/tree.ts';
import { Link } from '#ui/actions/link.tsx';
import { Chapter } from '#ui/frames/editorial.tsx';
import { Tag } from '#ui/messages/tag.tsx';

const leavesOf = (nodes: readonly ToldNode[]): number =>
  nodes.reduce((sum, { branches }) => sum + (branches.length === 0 ? 1 : leavesOf(branches)), 0);

function Notes({ node }: { node: ToldNode }) {
  const words = useWords().category;
  const { nominees, nominators, sponsor, isNew, full } = node;
  if (nominees.length === 0 && nominators.length === 0 && !sponsor && !isNew && !full) return null;
  return (
    <p className="row t-sm soft">
      {nominees.length > 0 && <span>{words.nominees(nominees)}</span>}
      {nominators.length > 0 && <span>{words.by(nominators)}</span>}
      {sponsor && <span>{words.with(sponsor.name)}</span>}
      {isNew && <Tag kind="new">{words.isNew}</Tag>}
      {full && <Tag>{words.full}</Tag>}
    </p>
  );
}

/** Branches below their family, and those below them, each a link to its page. */
export function Branches({ nodes, page }: { nodes: readonly ToldNode[]; page: string }) {
  return (
    <ul className="branches">
      {nodes.map((node) => (
        <li key={node.code}>
          <span className="code">{node.code}</span>
          <div>
            <Link kind="plain" to={`${page}/categories/${node.code}`}>
              <bdi>
                <Said>{node.name}</Said>
              </bdi>
            </Link>
            <Notes node={node} />
            {node.branches.length > 0 && <Branches nodes={node.branches} page={page} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** All categories that take entries, in their families. `page` is the address of the edition. */
export function CategoryTree({ tree, page }: { tree: readonly ToldNode[]; page: string }) {
  const { call, category: words } = useWords();
  const aside = (
    <>
      <p className="soft">{words.open(leavesOf(tree))}</p>
      <p>
        <Link kind="go" to={`${page}/find`}>
          {words.find}
        </Link>
      </p>
    </>
  );
  return (
    <Chapter id="categories" title={call.nav.categories} aside={aside}>
      <ol className="cats">
        {tree.map((node) => (
          <li key={node.code}>
            <span className="code">{node.code}</span>
            <div>
              <h3>
                <Link kind="plain" to={`${page}/categories/${node.code}`}>
                  <bdi>
                    <Said>{node.name}</Said>
                  </bdi>
                </Link>
              </h3>
              {node.description && (
                <p className="read">
                  <Said>{node.description}</Said>
                </p>
              )}
              <Notes node={node} />
              {node.branches.length > 0 && <Branches nodes={node.branches} page={page} />}
            </div>
          </li>
        ))}
      </ol>
    </Chapter>
  );
}
