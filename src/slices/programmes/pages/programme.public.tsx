import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { CallPage } from '#slices/programmes/parts/call-page.tsx';
import { callOf } from '#slices/programmes/public/call.ts';

export const handle = { js: false, cache: 30 };

/** Of the edition in the address, or of the one that matters now. */
export const loader = load((ctx, { params }) => callOf(ctx, params.programme ?? '', params.edition));

export default function Programme() {
  return <CallPage call={useLoaderData<typeof loader>()} />;
}
