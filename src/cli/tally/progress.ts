import { wordsFor } from '#words/index.ts';
import type { Watch } from './run.ts';

const { tally: say } = wordsFor('en');

/** Work shorter than this needs no telling. In ms. */
const patience = 1000;

/** Says on a terminal what is going on, in one line that is cleared at the end; into a file or a pipe it says nothing. */
export function progressOn(stream: NodeJS.WriteStream): Watch & { readonly done: () => void } {
  const began = performance.now();
  let shown = false;
  const show = (text: string): void => {
    if (!stream.isTTY || performance.now() - began < patience) return;
    shown = true;
    stream.write(`\r\u001b[2K${text} …`);
  };
  return {
    reading: (marks) => show(say.reading(marks)),
    stage: (stage, share) => show(`${Math.round(share * 100)} % ${say.stages[stage]}`),
    done: () => {
      if (shown) stream.write('\r\u001b[2K');
    },
  };
}
