/** The verifier's page: the recount of `./plaudit recount`, in a browser, from a file, without a network. */
import './settings.ts';
import { Problem } from '#core/problems/problem.ts';
import { recount } from '#core/record/bundle/recount.ts';
import { readKey } from '#core/record/note.ts';
import { recompute } from '#core/verdict/recounted/recompute.ts';
import { problems } from '#words/en/problems/index.ts';
import { recount as say } from '#words/en/recount.ts';
import { recountText } from '#words/recount-text.ts';
import { unzip } from './unzip.ts';

function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`no ${id}`);
  return found;
}

const form = element('form', HTMLFormElement);
const chosen = element('bundle', HTMLInputElement);
const keys = element('keys', HTMLTextAreaElement);
const button = element('start', HTMLButtonElement);
const verdict = element('verdict', HTMLParagraphElement);
const output = element('output', HTMLPreElement);
const save = element('save', HTMLAnchorElement);

function show(text: string, agrees: boolean | null): void {
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  verdict.textContent = agrees === null ? text : last;
  verdict.dataset.agrees = String(agrees);
  output.textContent = agrees === null ? '' : text;
  output.hidden = agrees === null;
  save.hidden = agrees === null;
  if (agrees !== null) save.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
}

function keysGiven(): Parameters<typeof recount>[2] {
  const lines = keys.value.split('\n').filter((line) => line.trim() !== '');
  const trusted = lines.map((text) => {
    const key = readKey(text);
    if (!key) throw new Problem('recount.key-not-readable', { key: text });
    return key;
  });
  return { trusted };
}

async function count(file: File): Promise<void> {
  const files = await unzip(file.name, new Uint8Array(await file.arrayBuffer()));
  const counted = recount(files, recompute, keysGiven());
  show(recountText(counted), counted.agrees);
}

function refusal(error: unknown): string {
  if (error instanceof Problem) return problems[error.code].detail(error.facts);
  return say.page.bug(error instanceof Error ? error.message : String(error));
}

form.hidden = false;
element('no-script', HTMLParagraphElement).hidden = true;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const file = chosen.files?.[0];
  if (!file) return;
  button.disabled = true;
  show(say.page.working, null);
  // A turn of the loop, so that the word is seen before the counting begins.
  setTimeout(() => {
    count(file)
      .catch((error: unknown) => show(refusal(error), null))
      .finally(() => {
        button.disabled = false;
      });
  }, 30);
});
