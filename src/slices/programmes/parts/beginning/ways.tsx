import { type PresetKey, presetKeys } from '#core/editions/presets/preset.ts';
import { useWords } from '#shells/words.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';

type WayProps = { readonly to: string; readonly name: string; readonly about: string };

function Way({ to, name, about }: WayProps) {
  return (
    <p>
      <Link to={to}>{name}</Link>
      <br />
      <span className="soft t-sm">{about}</span>
    </p>
  );
}

/** What an edition may begin with, besides nothing: each leads to a page of one form. */
export function Ways({ here, hasEditions }: { here: string; hasEditions: boolean }) {
  const { beginning: words, editionPresets } = useWords();
  const to = (from: PresetKey | 'copy' | 'file') => `${here}?from=${from}`;
  return (
    <Stack>
      <Section title={words.ways} first>
        <Stack>
          {hasEditions && <Way to={to('copy')} name={words.copyWay} about={words.copyAbout} />}
          <Way to={to('file')} name={words.fileWay} about={words.fileAbout} />
        </Stack>
      </Section>
      <Section title={words.presets}>
        <Stack>
          {presetKeys.map((key) => (
            <Way key={key} to={to(key)} name={editionPresets[key].name} about={editionPresets[key].about} />
          ))}
        </Stack>
      </Section>
    </Stack>
  );
}
