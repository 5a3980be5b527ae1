/** The end point of the desk's autosave: what is written, saved under its version; the answer is for scripts. */
import { endPoint, post } from '#http/form.ts';
import { ballotFrom } from '#slices/judging/ballot-form.ts';
import { saveBallot } from '#slices/judging/index.ts';

export const action = endPoint({ save: post(saveBallot, { input: ballotFrom, done: (_result, { params }) => `/judge/${params.entry}` }) });
