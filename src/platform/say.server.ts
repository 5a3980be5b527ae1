/** What a process tells the person who started it, line by line, in that person's language. */
import { wordsFor } from '#words/index.ts';

export type Say = (line: string) => void;

/** From the environment, as every command-line program does: `LANG=de_CH.UTF-8` asks for German. */
const machineLanguage = (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || 'en').slice(0, 2);

export const sentences = wordsFor(machineLanguage).installation;
