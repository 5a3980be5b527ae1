import { memo, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type Move, movedAll, movesIn, moveText, standing } from '#core/categories/editing.ts';
import type { Categories } from '#core/categories/shape.ts';
import { childrenOf } from '#core/categories/tree.ts';
import { useWords } from '#shells/words.tsx';
import { actsOfOutline } from '#slices/programmes/parts/tree/outline-acts.ts';
import type { Room, TreeNode } from '#slices/programmes/tree/view.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { useHref } from '#ui/base/frame.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Dock, Row } from '#ui/frames/frames.tsx';
import { Keys } from '#ui/messages/keys.tsx';
import { Tag } from '#ui/messages/tag.tsx';
import './tree.css';

const never = () => () => undefined;
const yes = () => true;
const no = () => false;

type BranchProps = {
  readonly of: string | undefined;
  readonly children: ReadonlyMap<string | undefined, readonly TreeNode[]>;
  readonly chosen: string | undefined;
  readonly href: string;
  readonly label?: string;
};

function RoomOf({ room: { counted, most } }: { room: Room }) {
  const words = useWords().tree;
  return (
    <>
      <span className="t-sm faint num">{words.room(counted, most)}</span>
      {most !== undefined && counted >= most && <Tag>{words.full}</Tag>}
    </>
  );
}

function Branch({ of, children, chosen, href, label }: BranchProps) {
  const words = useWords().tree;
  return (
    <ul className="tree" aria-label={label}>
      {(children.get(of) ?? []).map(({ code, name, isNew, retired, room }) => (
        <li key={code}>
          <a className="tree__line" href={`${href}?node=${code}#node`} data-code={code} aria-current={code === chosen || undefined}>
            <span className="tree__code num">{code}</span>
            <bdi className={retired ? 'tree__gone' : undefined}>{name}</bdi>
            {isNew && <Tag kind="new">{words.isNew}</Tag>}
            {retired && <span className="t-sm faint">{words.retired}</span>}
            {room && <RoomOf room={room} />}
          </a>
          {children.has(code) && (
            <Branch of={code} href={href} chosen={chosen}>
              {children}
            </Branch>
          )}
        </li>
      ))}
    </ul>
  );
}

type LinesProps = {
  readonly tree: TreeNode[];
  readonly chosen: string | undefined;
  readonly here: string;
  readonly mayMove: boolean;
  readonly onMove: (move: Move, tree: Categories) => void;
  readonly onStuck: (code: string) => void;
};

/** Drawn once: thousands of lines that move among themselves are no business of whoever draws pages. */
const Lines = memo(function Lines({ tree, chosen, here, mayMove, onMove, onStuck }: LinesProps) {
  const root = useRef<HTMLDivElement>(null);
  const children = useMemo(() => childrenOf(tree) as ReadonlyMap<string | undefined, readonly TreeNode[]>, [tree]);
  const words = useWords().tree;
  useEffect(
    () => (root.current ? actsOfOutline(root.current, { tree, mayMove, onMove, onStuck }) : undefined),
    [tree, mayMove, onMove, onStuck],
  );
  return (
    <div ref={root}>
      <Branch of={undefined} href={useHref(here)} chosen={chosen} label={words.outline}>
        {children}
      </Branch>
    </div>
  );
});

/** Leaving loses what is not saved; saving is no leaving. */
function useUnsaved(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const over = new AbortController();
    addEventListener('beforeunload', (event) => event.preventDefault(), { signal: over.signal });
    addEventListener('submit', ({ target }) => target instanceof HTMLFormElement && target.id === 'moves' && over.abort(), {
      signal: over.signal,
      capture: true,
    });
    return () => over.abort();
  }, [unsaved]);
}

type Props = {
  readonly nodes: TreeNode[];
  readonly chosen: string | undefined;
  readonly here: string;
  readonly mayChange: boolean;
  readonly version: number;
  readonly refusal: Refusal | undefined;
};

/** The tree as an outline, and what was moved in it until that is saved. */
export function Outline({ nodes, chosen, here, mayChange, version, refusal }: Props) {
  const words = useWords().tree;
  const written = refusal?.values.moves;
  const [moves, setMoves] = useState<readonly Move[]>(() => movesIn(written ?? ''));
  const [said, setSaid] = useState('');
  const tree = useMemo(() => movedAll(nodes, movesIn(written ?? '')) as TreeNode[], [nodes, written]);
  const acts = useMemo(() => {
    const nameOf = (code: string | undefined) => nodes.find((node) => node.code === code)?.name;
    return {
      onMove: (move: Move, now: Categories) => {
        const { at, of } = standing(now, move);
        setMoves((before) => [...before, move]);
        setSaid(words.moved(nameOf(move.code) ?? move.code, at, of, nameOf(move.in)));
      },
      onStuck: (code: string) => setSaid(words.stuck(nameOf(code) ?? code)),
    };
  }, [nodes, words]);
  useUnsaved(moves.length > 0);
  // What only scripts do is promised once they run.
  const scripted = useSyncExternalStore(never, yes, no);
  return (
    <>
      {scripted && mayChange && nodes.length > 1 && (
        <div className="stack-2">
          <Keys of={words.keys} />
          <p className="t-sm faint">{words.drag}</p>
        </div>
      )}
      <Lines tree={tree} chosen={chosen} here={here} mayMove={mayChange} {...acts} />
      <p className="vh" role="status">
        {said}
      </p>
      {moves.length > 0 && (
        <Form act="move" id="moves" refusal={refusal}>
          <Dock text={words.unsaved(moves.length)}>
            <Row>
              <ButtonLink kind="quiet" to={chosen === undefined ? here : `${here}?node=${chosen}`}>
                {words.putBack}
              </ButtonLink>
              <Button kind="main">{words.saveMoves}</Button>
            </Row>
          </Dock>
          <input type="hidden" name="moves" value={moves.map(moveText).join('\n')} readOnly />
          <input type="hidden" name="version" value={version} />
        </Form>
      )}
    </>
  );
}
