/** The form in the banner posts here, from whatever page it stands on: whoever stands in stops, and is themselves again. */
import { redirect } from 'react-router';
import { endPoint, post } from '#http/form.ts';
import { selfOf } from '#platform/context.ts';
import { endStandIn } from '#slices/people/index.ts';

export function loader() {
  return redirect('/');
}

export const action = endPoint({
  end: post((ctx, input: Record<string, never>) => endStandIn(selfOf(ctx) ?? ctx, input), {
    input: () => ({}),
    done: () => '/manage/stand-in?saved',
  }),
});
