/** Texts put together from words, so that how many there are is known without counting: for the server's counting and the browser's. */
import { random } from '#core/numeric/random.ts';

type Piece = readonly [text: string, words: number];

/** Each stands between spaces; the number is how many words people say it is. */
const pieces: readonly Piece[] = [
  ['customer', 1],
  ['Kundenservice', 1],
  ['state-of-the-art', 1],
  ['co‑operation', 1],
  ['don’t', 1],
  ["agent's", 1],
  ['“quoted”', 1],
  ['(nine-to-five),', 1],
  ['naïve', 1],
  ['Ελλάδα.', 1],
  ['поддержка;', 1],
  ['שירות', 1],
  ['\u200fשירות\u200f', 1],
  ['خدمة', 1],
  ['ग्राहक', 1],
  ['고객서비스', 1],
  ['客户', 2],
  ['顧客満足', 4],
  ['サービス', 4],
  ['ありがとう。', 5],
  ['第3回', 3],
  ['บริการ', 2],
  ['1,234.56', 1],
  ['12:30', 1],
  ['98.5%', 1],
  ['$1,000', 1],
  ['24/7', 1],
  ['R&D', 1],
  ['https://example.com/a-b/c?d=e&f=1,2', 1],
  ['www.example.org', 1],
  ['desk@example.com', 1],
  ['and/or', 2],
  ['first—second', 2],
  ['up👍down', 2],
  ['👍🏽', 0],
  ['👩‍👩‍👧‍👦', 0],
  ['🇯🇵', 0],
  ['3️⃣', 0],
  ['❤️', 0],
  ['–', 0],
  ['…', 0],
  ['&', 0],
  ['***', 0],
  ['co\u00adoperate', 1],
];

const gaps = [' ', '  ', '\n', '\n\n', '\t', '\r\n', '\u3000', '\u2003'];

/** So many texts of up to sixty pieces; the same for the same seed. */
export function generatedTexts(count: number, seed: string): { readonly text: string; readonly words: number }[] {
  const draw = random(`texts/${seed}`);
  const pick = <Item>(items: readonly Item[], otherwise: Item): Item => items[draw.below(items.length)] ?? otherwise;
  return Array.from({ length: count }, () => {
    let text = '';
    let words = 0;
    for (let left = draw.below(60); left > 0; left -= 1) {
      const [piece, of] = pick(pieces, ['', 0]);
      text += piece + pick(gaps, ' ');
      words += of;
    }
    return { text, words };
  });
}
