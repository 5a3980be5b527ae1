/** Names of files inside an archive, such that they mean the same file, and nothing else, wherever the archive is unpacked. Pure. */

/** What Windows keeps for its devices, whatever follows the first dot (Microsoft, "Naming Files, Paths, and Namespaces"). */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;
/** What separates folders, is a wildcard or a drive, or cannot be seen: control signs, turns of direction, half of a pair. */
const unfit = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Co}]/gu;
const mostBytes = 120;

const utf8 = new TextEncoder();

/** As many whole letters from the beginning as fit. */
function cut(text: string, bytes: number): string {
  let [room, kept] = [bytes, ''];
  for (const letter of text) {
    room -= utf8.encode(letter).length;
    if (room < 0) break;
    kept += letter;
  }
  return kept;
}

type Parts = { readonly stem: string; readonly ending: string };

/** The ending is what programs open a file by, so it is the last to be cut. */
function parted(name: string): Parts {
  const ending = /[^.](\.[^.\s]{1,15})$/u.exec(name)?.[1] ?? '';
  return { stem: name.slice(0, name.length - ending.length), ending };
}

/**
 * One name that is a name everywhere: without folders, in composed letters (NFC), no device of Windows, not hidden, no dot or blank at its
 * end, of at most 120 bytes of UTF-8 with its ending kept. What nothing is left of is called `file`.
 */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replaceAll(unfit, '_')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/[. ]+$/u, '');
  if (/^[._ ]*$/u.test(plain)) return 'file';
  const seen = plain.startsWith('.') || devices.test(plain) ? `_${plain}` : plain;
  const { stem, ending } = parted(seen);
  return `${cut(stem, mostBytes - utf8.encode(ending).length).replace(/[. ]+$/u, '')}${ending}`;
}

/** Whether two names are one to a disk that knows no capitals, or takes letters apart. */
const folded = (name: string) => name.normalize('NFKD').toLowerCase().normalize('NFC');

/** Gives each name it is asked for a place of its own in one folder; the second of two gets a number. */
export function placesIn(folder: string): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const safe = safeName(name);
    const { stem, ending } = parted(safe);
    let free = safe;
    for (let i = 2; taken.has(folded(free)); i += 1) free = `${stem} (${i})${ending}`;
    taken.add(folded(free));
    return `${folder}${free}`;
  };
}
