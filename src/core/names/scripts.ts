/**
 * Letters of other scripts in Latin ones. Cyrillic and Greek as passports have them, kana after Hepburn, Hangul after the Revised
 * Romanisation, Arabic by its consonants. Chinese characters stay: how they are read cannot be told from them.
 */
const tableOf = (rows: string): ReadonlyMap<string, string> =>
  new Map(
    rows.split(/\s+/).flatMap((pair) => {
      const [letter = '', ...rest] = [...pair];
      return letter === '' ? [] : [[letter, rest.join('')] as const];
    }),
  );

const cyrillic =
  tableOf(`аa бb вv гg ґg дd ђdj ѓg еe ёe єye жzh зz ѕdz иi іi їyi йy јj кk ќk лl љlj мm нn њnj оo пp рr сs тt ћc уu ўu фf хkh
  цts чch џdz шsh щshch ъ ыy ь эe юyu яya`);
const greek = tableOf('αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo');
const arabic =
  tableOf(`اa أa إi آa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz ع غgh فf قq كk لl مm نn هh ةa وw ؤw يy ئy ىa ء پp چch
  ژzh گg کk یy`);
const kana =
  tableOf(`あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo
  たta ちchi つtsu てte とto だda ぢji づzu でde どdo なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho ばba びbi ぶbu べbe ぼbo
  ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa ゐi ゑe をo んn ゔvu`);
const smallKana = tableOf('ゃya ゅyu ょyo ぁa ぃi ぅu ぇe ぉo');
const latin = tableOf('ßss æae øo łl đd ðd þth ıi œoe ŋng ħh ſs ʻ ʼ');

const initials = ['g', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h'];
const middles = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const finals = ' k k k n n n t l k m p l l p l m p p t t ng t t k t p t'.split(' ');

/** A syllable block is 588 times its first letter, 28 times its second, and its last (Unicode, chapter 3.12). */
function hangul(letter: string): string | undefined {
  const at = (letter.codePointAt(0) ?? 0) - 0xac00;
  if (at < 0 || at >= 11_172) return undefined;
  return `${initials[Math.floor(at / 588)]}${middles[Math.floor((at % 588) / 28)]}${finals[at % 28]}`;
}

/** Katakana lies 96 places above hiragana. */
function hiragana(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  return code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : letter;
}

/** きゃ is one sound, written as two letters; っ doubles what follows, and ー makes what was before longer. */
function afterKana(before: string, letter: string): string | undefined {
  const sound = hiragana(letter);
  if (letter === 'ー') return before;
  if (sound === 'っ') return `${before}=`;
  const small = smallKana.get(sound);
  if (small !== undefined) return before.replace(/[aeiou]$/, '') + (/(?:sh|ch|j)i$/.test(before) ? small.replace('y', '') : small);
  const whole = kana.get(sound);
  if (whole === undefined) return undefined;
  return before.endsWith('=') ? before.slice(0, -1) + whole.slice(0, 1) + whole : before + whole;
}

/** Two letters that are one sound, and what υ is after a vowel. Accents are gone already. */
function greekSounds(text: string): string {
  return text
    .replaceAll('ου', 'ou')
    .replaceAll(/([αεη])υ(?=[θκξπσςτφχψ]|$)/g, '$1f')
    .replaceAll(/([αεη])υ/g, '$1v')
    .replaceAll('μπ', 'b')
    .replaceAll('γγ', 'ng')
    .replaceAll('γχ', 'nch');
}

const marks = /\p{M}/gu;
/** Without the marks on Latin and Greek letters; those of Cyrillic and kana make another letter, and stay. */
const unmarked = (text: string) =>
  text.replaceAll(/[\p{Script=Latin}\p{Script=Greek}]/gu, (one) => one.normalize('NFD').replaceAll(marks, ''));

/** Whether every letter of a text is a Latin one. */
export function isLatin(text: string): boolean {
  return !/[^\P{L}\p{Script=Latin}]/u.test(text.normalize('NFKC'));
}

/** Lower case, without accents, in Latin letters where that can be; anything that is no letter stays as it is. */
export function romanise(text: string): string {
  const lower = greekSounds(unmarked(text.normalize('NFKC').toLowerCase()));
  let out = '';
  for (const letter of lower) {
    const kept = afterKana(out, letter);
    const said = cyrillic.get(letter) ?? greek.get(letter) ?? arabic.get(letter) ?? latin.get(letter) ?? hangul(letter);
    out = kept ?? out + (said ?? letter);
  }
  return out.normalize('NFKD').replaceAll(marks, '').replaceAll('=', '').toLowerCase();
}
