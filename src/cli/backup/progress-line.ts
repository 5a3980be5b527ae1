/** How far a long command is: one line that changes where somebody watches, a line now and then where a file does. */
const everyWatched = 200;
const everyWritten = 10_000;

export type ProgressLine = { readonly show: (text: string) => void; readonly end: () => void };

export function progressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  const watched = stream.isTTY === true;
  let last = performance.now();
  let shown = false;
  return {
    show: (text) => {
      const now = performance.now();
      if (now - last < (watched ? everyWatched : everyWritten)) return;
      last = now;
      shown = watched;
      stream.write(watched ? `\r\x1b[2K${text}` : `${text}\n`);
    },
    end: () => {
      if (shown) stream.write('\r\x1b[2K');
    },
  };
}
