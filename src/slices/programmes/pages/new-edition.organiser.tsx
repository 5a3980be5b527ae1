import { useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import { timelineFrom } from '#slices/programmes/forms.ts';
import { createEdition, programmeForManager } from '#slices/programmes/index.ts';
import { DateFields, dateNames } from '#slices/programmes/parts/date-fields.tsx';
import { PanelFields } from '#slices/programmes/parts/panel.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead } from '#ui/frames/frames.tsx';

export const loader = load(async (ctx, { params }) => {
  const { slug, name, zone, relations, editions } = await programmeForManager(ctx, params.programme ?? '');
  if (!relations.includes('manager')) throw problem('general.not-found');
  // The one after the newest, where editions are called by their year.
  const newest = /^\d{4}$/.test(editions[0]?.name ?? '') ? Number(editions[0]?.name) : undefined;
  return { slug, name, zone, year: String(newest === undefined ? ctx.now.getUTCFullYear() : newest + 1) };
});

export const action = act({
  create: post(createEdition, {
    input: async ({ visitor, params, values }) => {
      const { id, zone } = await programmeForManager(visitor.ctx, params.programme ?? '');
      const { name = '', seats = '', minimumPanel = '' } = values;
      return { programme: id, name, seats, minimumPanel, ...timelineFrom(values, zone) };
    },
    done: ({ slug, programmeSlug }) => `/manage/${programmeSlug}/${slug}`,
  }),
});

export default function NewEdition() {
  const { slug, name, zone, year } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { manage, dates } = useWords();
  const words = manage.edition;
  return (
    <OrganiserPage title={[words.new, name]} programme={{ text: name, to: `/manage?programme=${slug}` }}>
      <PageHead title={words.new} text={`${words.newLead(name)} ${words.datesAside(dates.cityOf(zone))}.`} />
      <Form
        act="create"
        refusal={refusalOf(refused, 'create')}
        names={{ name: words.name, ...dateNames(words), seats: words.seats, minimumPanel: words.minimum }}
      >
        <TextField name="name" label={words.name} hint={words.nameHint} value={year} short />
        <DateFields />
        <PanelFields seats={3} minimumPanel={2} />
        <Button kind="main">{words.create}</Button>
      </Form>
    </OrganiserPage>
  );
}
