/** The language contents were asked for in, as an address has it, and addresses it goes along to. */

/** As languages are written, however hostile the address; whether there are contents in it is another question. */
const written = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,4}){0,2}$/;

export const languageParameter = 'lang';

/** Where contents of organisers are read or answered: pages of programmes, entries, ballots. */
export const languageGoes: readonly string[] = ['/p/', '/entries/', '/judge'];

export function languageOfQuery(search: string): string | undefined {
  const asked = new URLSearchParams(search).get(languageParameter);
  return asked !== null && written.test(asked) ? asked : undefined;
}

/** The address with one more fact in its query, unless it says that already. */
export function withFact(to: string, name: string, value: string): string {
  const [path = '', fragment] = to.split('#');
  const [place = '', query = ''] = path.split('?');
  const facts = new URLSearchParams(query);
  if (!facts.has(name)) facts.set(name, value);
  return `${place}?${facts}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** Where an act leads: in the language it was made in, where contents are read there. */
export function ledOn(to: string, search: string): string {
  const language = languageOfQuery(search);
  return language !== undefined && languageGoes.some((start) => to.startsWith(start)) ? withFact(to, languageParameter, language) : to;
}
