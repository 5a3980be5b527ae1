/** The theme form of every foot posts here: the choice goes into a cookie and the reader back to the page. */
import { type ActionFunctionArgs, redirect } from 'react-router';
import { ownPath, parseTheme, themeCookie } from '#http/theme.ts';
import { visitContext } from '#http/visit.ts';

export function loader() {
  return redirect('/');
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const { base, secure } = context.get(visitContext);
  const cookie = themeCookie(parseTheme(form.get('theme')), base, secure);
  return redirect(ownPath(form.get('back')), { status: 303, headers: { 'set-cookie': cookie } });
}
