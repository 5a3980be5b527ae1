import { useActionData, useLoaderData } from 'react-router';
import { zoneChoices } from '#core/season/zone-names.ts';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import { createProgramme } from '#slices/programmes/index.ts';
import { ProgrammeTextFields } from '#slices/programmes/parts/programme-texts.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead } from '#ui/frames/frames.tsx';

export const loader = load(() => Promise.resolve({ zones: zoneChoices(Intl.supportedValuesOf('timeZone')) }));

export const action = act({
  create: post(createProgramme, {
    input: ({ values }) => ({
      name: values.name ?? '',
      strapline: values.strapline ?? '',
      summary: values.summary ?? '',
      timeZone: values.timeZone ?? '',
    }),
    done: ({ slug }) => `/manage/${slug}/new`,
  }),
});

export default function NewProgramme() {
  const { zones } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const words = useWords().manage.programme;
  const names = { name: words.name, strapline: words.strapline, summary: words.summary, timeZone: words.zone };
  return (
    <OrganiserPage title={[words.new]} items={useWords().system.nav}>
      <PageHead title={words.new} text={words.lead} />
      <Form act="create" refusal={refusalOf(refused, 'create')} names={names}>
        <ProgrammeTextFields />
        <Select
          name="timeZone"
          label={words.zone}
          hint={words.zoneHint}
          empty={words.chooseZone}
          options={zones.map((value) => ({ value, label: value }))}
        />
        <Button kind="main">{words.create}</Button>
      </Form>
    </OrganiserPage>
  );
}
