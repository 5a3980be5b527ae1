/** Leaks made for the test, laid over the answer of one page: the harness is worth nothing unless it sees each of them. */
import type { Question } from './questions.ts';
import type { Plant } from './secret.ts';
import { askerOf, type Room, type Said, said, type Transcript } from './worlds.ts';

/** The page with what the secret comes to in it: a number more, rows in its order, a hit, or a header that changes with it. */
function leaked(plain: Said, kind: Plant['kind'], told: string): Said {
  switch (kind) {
    case 'count':
      return { ...plain, text: `${plain.text}<p>${told}</p>` };
    case 'sort':
      return { ...plain, text: `${plain.text}<ol>${told}</ol>` };
    case 'search':
      return { ...plain, text: told === '0' ? plain.text : `${plain.text}<li>found</li>` };
    case 'header':
      return { ...plain, text: plain.text.replace('\n', `\netag: "${told}"\n`) };
  }
}

/** What a reader would be told if the page had this leak. */
export async function plantedTranscript(room: Room, plant: Plant, question: Question): Promise<Transcript> {
  const plain = await said(room, { path: question.path, ...askerOf(room, plant.reader) });
  return new Map([[question.path, leaked(plain, plant.kind, await plant.leak(room.court))]]);
}
