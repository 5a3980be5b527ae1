/** The codes that were just made as a text file, while they are shown. */
import { type LoaderFunctionArgs, redirect } from 'react-router';
import { load } from '#http/context.ts';
import { freshRecoveryCodes } from '#slices/people/index.ts';
import { wordsFor } from '#words/index.ts';

export const loader: (args: LoaderFunctionArgs) => Promise<Response> = load(async (ctx, { visitor }) => {
  const codes = await freshRecoveryCodes(ctx);
  if (codes.length === 0) throw redirect('/account/recovery-codes');
  const { file } = wordsFor(ctx.language).factors.recovery;
  return new Response(file(visitor.organisationName, visitor.person?.email ?? '', codes), {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="plaudit-recovery-codes.txt"',
      'cache-control': 'private, no-store',
    },
  });
});
