const samples = {
  range: (
    <svg width="34" height="12" aria-hidden>
      <line className="p-band" x1="2" x2="32" y1="6" y2="6" />
      <circle className="p-point" cx="17" cy="6" r="5" />
    </svg>
  ),
  ghost: (
    <svg width="12" height="12" aria-hidden>
      <circle className="p-ghost" cx="6" cy="6" r="4" />
    </svg>
  ),
  line: (
    <svg width="22" height="8" aria-hidden>
      <line className="p-line" x1="0" x2="22" y1="4" y2="4" />
    </svg>
  ),
  before: (
    <svg width="22" height="8" aria-hidden>
      <line className="p-line--last" x1="0" x2="22" y1="4" y2="4" />
    </svg>
  ),
};

/** What the marks of a plot mean; it stands above the plot and never in a tooltip. */
export function Legend({ items }: { items: readonly { readonly mark: keyof typeof samples; readonly text: string }[] }) {
  return (
    <p className="legend">
      {items.map(({ mark, text }) => (
        <span key={mark}>
          {samples[mark]}
          {text}
        </span>
      ))}
    </p>
  );
}
