/** What invented judging is drawn from: `./plaudit bench simulation --seed=7`, or the moment, so that no run repeats another unasked. */
const flag = '--seed=';

export const seed = process.argv.find((argument) => argument.startsWith(flag))?.slice(flag.length) ?? String(Date.now());

export const isSeed = (argument: string) => argument.startsWith(flag);
