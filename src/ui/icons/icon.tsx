import { type IconName, paths } from './paths.ts';

export type { IconName };

/** An icon beside a word is decoration and silent; one that stands alone is given its `name`. */
export function Icon({ is, name, className }: { is: IconName; name?: string; className?: string }) {
  const look = className ? `icon ${className}` : 'icon';
  if (name === undefined)
    return (
      <svg className={look} viewBox="0 0 18 18" aria-hidden="true">
        <path d={paths[is]} />
      </svg>
    );
  return (
    <svg className={look} viewBox="0 0 18 18" role="img" aria-label={name}>
      <path d={paths[is]} />
    </svg>
  );
}
