import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import {
  changeEditionAddress,
  changeProgrammeAddress,
  changeProgrammeTexts,
  programmeForManager,
  programmeTexts,
} from '#slices/programmes/index.ts';
import { Addresses } from '#slices/programmes/parts/addresses.tsx';
import { ProgrammeTextFields } from '#slices/programmes/parts/programme-texts.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const loader = load(async (ctx, { params, url, base }) => {
  const { slug, ...texts } = await programmeTexts(ctx, params.programme ?? '');
  const { editions } = await programmeForManager(ctx, slug);
  return {
    slug,
    texts,
    address: `${url.host}${base}/p/${slug}`,
    editions: editions.map(({ id, slug: called, name }) => ({ id, slug: called, name })),
    saved: url.searchParams.get('saved'),
  };
});

export const action = act({
  texts: post(changeProgrammeTexts, {
    input: async ({ visitor, params, values }) => {
      const { id } = await programmeTexts(visitor.ctx, params.programme ?? '');
      const { version = '', name = '', strapline = '', summary = '' } = values;
      return { programme: id, version, name, strapline, summary };
    },
    done: (_result, { params }) => `/manage/${params.programme}/texts?saved=texts`,
  }),
  address: post(changeProgrammeAddress, {
    input: async ({ visitor, params, values: { version = '', slug = '', takeOver } }) => {
      const { id } = await programmeTexts(visitor.ctx, params.programme ?? '');
      return { programme: id, version, slug, takeOver: takeOver === 'on' };
    },
    done: ({ slug }) => `/manage/${slug}/texts?saved=${slug}`,
  }),
  edition: post(changeEditionAddress, {
    input: ({ values: { edition = '', slug = '', takeOver } }) => ({ edition, slug, takeOver: takeOver === 'on' }),
    done: ({ slug }, { params }) => `/manage/${params.programme}/texts?saved=${params.programme}/${slug}`,
  }),
});

export default function ProgrammeTexts() {
  const { slug, texts, address, editions, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { manage, shell, addresses } = useWords();
  const words = manage.programme;
  const way = [{ to: `/manage?programme=${slug}`, text: texts.name }, { text: words.texts }];
  const names = { name: words.name, strapline: words.strapline, summary: words.summary };
  return (
    <OrganiserPage title={[words.texts, texts.name]} programme={{ text: texts.name, to: `/manage?programme=${slug}` }}>
      <PageHead title={words.texts} text={words.textsLead(address)} crumbs={<Crumbs label={shell.crumbs} items={way} />} />
      <Stack space="wide">
        {saved !== null && !refused && (
          <Notice kind="ok" live>
            {saved === 'texts' ? words.savedTexts : addresses.saved(`/p/${saved}`)}
          </Notice>
        )}
        <Form act="texts" refusal={refusalOf(refused, 'texts')} names={names}>
          <ProgrammeTextFields texts={texts} />
          <Button kind="main">{words.saveTexts}</Button>
          <input type="hidden" name="version" value={texts.version} />
        </Form>
        <Addresses slug={slug} address={address} texts={texts} editions={editions} refused={refused} />
      </Stack>
    </OrganiserPage>
  );
}
