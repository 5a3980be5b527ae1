import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import { factorNeeded, proofWanted, providersForAdministrator, requireFactor } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import type { ProofAsk } from '#ui/forms/proof.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { ProviderList } from '../parts/provider-list.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { url }) => ({
  needed: await factorNeeded(ctx),
  providers: providersForAdministrator(),
  proof: await proofWanted(ctx),
  saved: url.searchParams.has('saved'),
}));

const demand = (of: 'administrators' | 'everybody') =>
  post(requireFactor, { input: ({ values }) => ({ of, required: values.required === 'yes' }), done: () => '/manage/security?saved' });

export const action = act({ require: demand('administrators'), 'require-everybody': demand('everybody') });

export default function Security() {
  const { needed, providers, proof, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { factors, system } = useWords();
  const words = factors.security;
  return (
    <OrganiserPage title={[words.title]} items={system.nav.map((item) => ({ ...item, current: item.to === '/manage/security' }))}>
      <Stack space="wide">
        <PageHead title={words.title} text={words.lead} />
        {saved && !refused && (
          <Notice kind="ok" live>
            {words.saved}
          </Notice>
        )}
        <Demand act="require" of="administrators" required={needed.administrators} proof={proof} refused={refused} first />
        <Demand act="require-everybody" of="everybody" required={needed.everybody} proof={proof} refused={refused} />
        <ProviderList providers={providers} />
      </Stack>
    </OrganiserPage>
  );
}

type DemandProps = {
  readonly act: 'require' | 'require-everybody';
  readonly of: 'administrators' | 'everybody';
  readonly required: boolean;
  readonly proof: ProofAsk | undefined;
  readonly refused: Refused | undefined;
  readonly first?: boolean;
};

function Demand({ act: name, of, required, proof, refused, first = false }: DemandProps) {
  const { security } = useWords().factors;
  const words = security[of];
  return (
    <Section title={words.title} first={first}>
      <Form act={name} proof={proof} refusal={refusalOf(refused, name)}>
        <p className="measure">{required ? words.required : words.notRequired}</p>
        {!required && <p className="soft measure">{security.effect}</p>}
        <input type="hidden" name="required" value={required ? 'no' : 'yes'} />
        <Button>{required ? security.letGo : words.require}</Button>
      </Form>
    </Section>
  );
}
