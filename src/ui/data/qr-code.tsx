/** Runs of dark modules of one row as rectangles of a path. */
function runsOf(row: string, y: number): string {
  return [...row.matchAll(/1+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`).join('');
}

/** A QR code from its rows (`1` is dark), its free border among them. It stays dark on white in every theme: readers expect it so. */
export function QrCode({ rows, label }: { rows: readonly string[]; label: string }) {
  const size = rows.length;
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={rows.map(runsOf).join('')} />
    </svg>
  );
}
