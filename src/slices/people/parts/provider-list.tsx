import { useWords } from '#shells/words.tsx';
import type { ProviderFacts } from '#slices/people/index.ts';
import { Facts } from '#ui/data/facts.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';

/** Who vouches for people here, as whoever set them up needs it on the other side. */
export function ProviderList({ providers }: { readonly providers: readonly ProviderFacts[] }) {
  const { manage: words } = useWords().providers;
  return (
    <Section title={words.title}>
      <Stack>
        <p className="soft measure">{providers.length === 0 ? words.none : words.lead}</p>
        {providers.map(({ id, name, kind, issuer, returns, metadata, domains }) => (
          <Section key={id} level={3} title={name} aside={words.kind[kind]} first>
            <Facts
              of={[
                { name: words.issuer, value: issuer },
                { name: words.returns, value: returns },
                ...(metadata === undefined ? [] : [{ name: words.metadata, value: metadata }]),
                { name: words.domains, value: domains.length === 0 ? words.noDomains : domains.join(', ') },
              ]}
            />
          </Section>
        ))}
      </Stack>
    </Section>
  );
}
