/** Uploads this browser has begun and not ended, so that a page that was closed can go on: which file, and where it goes. */
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
type Same = Pick<File, 'name' | 'size' | 'lastModified'>;

export type KeptUpload = { readonly name: string; readonly size: number; readonly lastModified: number; readonly location: string };

const place = (subject: string) => `plaudit uploads ${subject}`;

export function keptUploads(shelf: Shelf, subject: string): readonly KeptUpload[] {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(place(subject)) ?? '[]');
    return Array.isArray(kept) ? (kept as KeptUpload[]) : [];
  } catch {
    return [];
  }
}

const isSame = (kept: Same, file: Same) => kept.name === file.name && kept.size === file.size && kept.lastModified === file.lastModified;

export function locationOf(shelf: Shelf, subject: string, file: Same): string | undefined {
  return keptUploads(shelf, subject).find((kept) => isSame(kept, file))?.location;
}

/** Without a location it is forgotten. */
export function keepUpload(shelf: Shelf, subject: string, { name, size, lastModified }: Same, location: string | undefined): void {
  const others = keptUploads(shelf, subject).filter((kept) => !isSame(kept, { name, size, lastModified }));
  const kept = location === undefined ? others : [...others, { name, size, lastModified, location }];
  if (kept.length === 0) shelf.removeItem(place(subject));
  else shelf.setItem(place(subject), JSON.stringify(kept));
}
