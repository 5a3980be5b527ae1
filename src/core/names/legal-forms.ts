/** Legal forms: what a name ends or begins with to say what kind of company it is. They name no company. */

/** Written form → the countries it belongs to. Several words stand with spaces; as `romanise` and `wordsOf` leave them. */
const forms: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'GB IE AU NZ CA IN HK SG CY MT': 'ltd|limited|private limited|pvt ltd',
    'GB IE': 'plc|public limited company|cic|llp',
    'US GB IN SG': 'llp',
    'US RU UA': 'llc',
    'US CA': 'inc|incorporated|corp|corporation|lp|pllc',
    'AU NZ ZA': 'pty ltd|proprietary limited|pty|pty limited',
    'JP KR CN TW TH VN': 'co ltd|company limited',
    'DE AT CH LI': 'gmbh|ag|aktiengesellschaft|gesellschaft mit beschrankter haftung|kg|ohg|ug|eg|ev|gmbh co kg|ag co kg|mbh|ggmbh|gbr',
    'FR BE LU CH': 'sarl|sas|sasu|eurl|snc|scop|societe anonyme|sa',
    'ES PT BR AR MX CL PL GR RO': 'sa|sociedad anonima',
    'ES AR CL MX': 'sl|slu|srl|sociedad limitada|sa de cv',
    'PT BR': 'lda|ltda|limitada',
    'IT RO': 'spa|srl|srls|societa per azioni|soc coop',
    'NL BE': 'bv|nv|vof|cv|bvba|besloten vennootschap',
    DK: 'aps|ivs|amba',
    'DK NO CZ SK TR EE': 'as',
    NO: 'asa|ans',
    'SE FI': 'ab|publ|aktiebolag',
    FI: 'oy|oyj|osakeyhtio',
    IS: 'ehf|hf',
    EE: 'ou',
    'LV LT': 'sia|uab',
    PL: 'sp z oo|spolka z oo|sp zoo|spolka akcyjna|sp k|sp j',
    'CZ SK': 'sro|spol sro|akc spol',
    HU: 'kft|zrt|nyrt|bt',
    'RS HR SI BA ME MK': 'doo|dd',
    'BG RS': 'ad|ead|ood|eood',
    RU: 'ooo|oao|zao|pao|ao|ip|gup|mup',
    UA: 'tov|pat|prat|fop',
    'RU UA KZ': 'jsc|ojsc|pjsc|cjsc',
    'GR CY': 'ae|epe|ike|oe',
    TR: 'ltd sti|anonim sirketi',
    JP: 'kk|gk|yk|kabushiki kaisha|kabushikigaisha|godo kaisha',
    'SA AE EG QA': 'wll|psc|fze|fzco',
    EU: 'se|sce|eeig',
    '': 'co|company|cie|and co|co op ltd',
  }).flatMap(([countries, written]) => written.split('|').map((form) => [form, countries.split(' ').filter(Boolean)] as const)),
);
/** What one form is called in several lines above: all of their countries. */
const shared: ReadonlyMap<string, readonly string[]> = new Map([
  ['llp', ['US', 'GB', 'IE', 'IN', 'SG']],
  ['sa', ['FR', 'BE', 'LU', 'CH', 'ES', 'PT', 'BR', 'AR', 'MX', 'CL', 'PL', 'GR', 'RO']],
  ['srl', ['ES', 'AR', 'CL', 'MX', 'IT', 'RO']],
]);

/** Forms that are written without a space before or after them. */
const glued = /株式会社|有限会社|合同会社|\(株\)|\(有\)|股份有限公司|有限责任公司|有限公司|公司|주식회사|유한회사|\(주\)|شركة/g;

/** A name without the forms of scripts that part no words. */
export function withoutGluedForms(text: string): string {
  return text.normalize('NFKC').replaceAll(glued, ' ');
}

const longest = 4;

/** How many words at the beginning or the end are a legal form; 0 for none. */
function formAt(words: readonly string[], end: boolean): string | undefined {
  for (let count = Math.min(longest, words.length - 1); count > 0; count -= 1) {
    const form = (end ? words.slice(-count) : words.slice(0, count)).join(' ');
    if (forms.has(form)) return form;
  }
  return undefined;
}

export type Parted = {
  readonly words: readonly string[];
  /** Countries the forms are of; none when no form is written, or when it is at home everywhere. */
  readonly countries: readonly string[];
  readonly form: string | undefined;
};

/** Takes legal forms off both ends, the last of them first; at least one word stays. */
export function withoutForms(all: readonly string[]): Parted {
  let words = all;
  let form: string | undefined;
  for (let more = true; more; ) {
    const last = formAt(words, true);
    const first = last === undefined ? formAt(words, false) : undefined;
    const found = last ?? (first !== undefined && first !== 'and co' && first !== 'co' ? first : undefined);
    more = found !== undefined;
    if (found === undefined) break;
    const count = found.split(' ').length;
    words = last === undefined ? words.slice(count) : words.slice(0, -count);
    if (form === undefined || (forms.get(form) ?? []).length === 0) form = found;
  }
  return { words, form, countries: form === undefined ? [] : (shared.get(form) ?? forms.get(form) ?? []) };
}
