/** What a SAML provider reads of us; public, and no secret in it. */
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '#http/context.ts';
import { metadataOf } from '#slices/people/index.ts';

export const loader: (args: LoaderFunctionArgs) => Promise<Response> = load(
  async (_ctx, { params }) =>
    new Response(await metadataOf(params.provider ?? ''), { headers: { 'content-type': 'application/samlmetadata+xml; charset=utf-8' } }),
);
