import { Said } from '#shells/languages/contents.tsx';
import { useWords } from '#shells/words.tsx';
import type { ToldNode } from '#slices/programmes/public/tree.ts';
import { Link } from '#ui/actions/link.tsx';
import { Fold } from '#ui/data/fold.tsx';
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

/** `folds`: what lies below each is folded. A browser that is led to one of them opens what it lies in. */
type Many = { readonly nodes: readonly ToldNode[]; readonly page: string; readonly folds: boolean };

/** Where a category stands among the others. */
export const placeOf = (code: string): string => `category-${code}`;

/** Branches below their family, and those below them, each a link to its page. */
function List({ nodes, page, folds }: Many) {
  return (
    <ul className="branches">
      {nodes.map((node) => (
        <li key={node.code} id={placeOf(node.code)}>
          <span className="code">{node.code}</span>
          <div>
            <Link kind="plain" to={`${page}/categories/${node.code}`}>
              <bdi>
                <Said>{node.name}</Said>
              </bdi>
            </Link>
            <Notes node={node} />
            {node.branches.length > 0 && <Below node={node} page={page} folds={folds} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** So many stand below each other; of more, the rest is folded. */
const mostInSight = 40;

export function Branches({ nodes, page, folds = false }: Omit<Many, 'folds'> & { folds?: boolean }) {
  const words = useWords().category;
  if (nodes.length <= mostInSight) return <List nodes={nodes} page={page} folds={folds} />;
  const rest = nodes.slice(mostInSight / 2);
  return (
    <>
      <List nodes={nodes.slice(0, mostInSight / 2)} page={page} folds={folds} />
      <Fold summary={words.more(leavesOf(rest))}>
        <List nodes={rest} page={page} folds={folds} />
      </Fold>
    </>
  );
}

function Below({ node, page, folds }: { node: ToldNode; page: string; folds: boolean }) {
  const words = useWords().category;
  const branches = <Branches nodes={node.branches} page={page} folds={folds} />;
  return folds ? <Fold summary={words.within(leavesOf(node.branches))}>{branches}</Fold> : branches;
}

/** More categories than this are folded, family by family. */
const mostUnfolded = 80;
const mostFamilies = 60;

/** All categories that take entries, in their families. `page` is the address of the edition. */
export function CategoryTree({ tree, page }: { tree: readonly ToldNode[]; page: string }) {
  const { call, category: words } = useWords();
  const all = leavesOf(tree);
  const folds = all > mostUnfolded;
  const aside = (
    <>
      <p className="soft">{words.open(all)}</p>
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
        {(folds ? tree.slice(0, mostFamilies) : tree).map((node) => (
          <li key={node.code} id={placeOf(node.code)}>
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
              {node.branches.length > 0 && <Below node={node} page={page} folds={folds} />}
            </div>
          </li>
        ))}
      </ol>
      {folds && tree.length > mostFamilies && (
        <Fold summary={words.more(leavesOf(tree.slice(mostFamilies)))}>
          <List nodes={tree.slice(mostFamilies)} page={page} folds />
        </Fold>
      )}
    </Chapter>
  );
}
