/** The end point of the desk's autosave: what is written, saved under its version; the answer is for scripts. */
import { type LoaderFunctionArgs, redirect } from 'react-router';
import { endPoint, post } from '#http/form.ts';
import { ballotFrom } from '#slices/judging/ballot-form.ts';
import { saveBallot } from '#slices/judging/index.ts';

export const action = endPoint({ save: post(saveBallot, { input: ballotFrom, done: (_result, { params }) => `/judge/${params.entry}` }) });

/** Whoever comes here by hand, after signing in again for instance, wants the ballot itself. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/judge/${params.entry}`);
}
