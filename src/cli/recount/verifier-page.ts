/** Makes the verifier: the recount and all it needs as one page, opened from a file, with a policy that lets it reach nothing. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '#main/children.ts';
import { wordsFor } from '#words/index.ts';
import { lettersOf, sheetWithin } from '../tally/report/styles.ts';

const { page: say } = wordsFor('en').recount;

/** A sheet of the house with the typefaces its own words are set in; the recount itself stands in the machine's monospaced one. */
const style = (name: string): string => sheetWithin(join(root, 'src/ui/base', name), lettersOf(Object.values(say).join('')));

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** What the page needs beyond the tokens. */
const own = `
main { max-width: 54rem; margin: 0 auto; padding: var(--s-7) var(--gutter); }
h1 { font: 420 var(--t-3xl)/var(--lh-tight) var(--serif); letter-spacing: -0.014em; margin: 0 0 var(--s-3); }
p { max-width: var(--read); margin: 0 0 var(--s-5); }
form { display: grid; gap: var(--s-5); max-width: var(--read); padding-block: var(--s-5); border-block: 1px solid var(--rule-2); }
label { display: grid; gap: var(--s-2); font-weight: 500; }
textarea { font: 400 var(--t-sm)/1.5 var(--mono); min-height: 4.5rem; padding: var(--s-2) var(--s-3); border: 1px solid var(--edge); border-radius: var(--r-1); background: var(--sheet); color: var(--ink); }
input[type="file"] { max-width: 100%; font: 400 var(--t-md)/1.4 var(--sans); color: var(--ink-2); }
::file-selector-button { font: 500 var(--t-md)/1.2 var(--sans); min-height: 2.75rem; margin-inline-end: var(--s-3); padding: .5rem 1rem; border: 1px solid var(--edge); border-radius: var(--r-1); background: var(--sheet); color: var(--ink); cursor: pointer; }
button { justify-self: start; font: 500 var(--t-md)/1.2 var(--sans); min-height: 2.75rem; padding: .5rem 1.25rem; border: 1px solid var(--green); border-radius: var(--r-1); background: var(--green); color: var(--on-green); cursor: pointer; }
button:hover { background: var(--green-strong); } button[disabled] { opacity: .6; cursor: progress; }
#verdict { font: 400 var(--t-2xl)/1.2 var(--serif); margin: var(--s-6) 0 var(--s-4); max-width: none; }
#verdict:empty { display: none; } #verdict[data-agrees="true"] { color: var(--ok); } #verdict[data-agrees="false"] { color: var(--bad); }
#verdict[data-agrees="null"] { font: 400 var(--t-lg)/1.5 var(--sans); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 var(--s-4); padding: var(--s-4); font: 400 var(--t-sm)/1.55 var(--mono); background: var(--sheet); border: 1px solid var(--rule); border-radius: var(--r-2); }
@media (max-width: 40rem) { pre { font-size: .6875rem; padding: var(--s-3) var(--s-2); } }
a { color: var(--green); } [hidden] { display: none; }
`;

async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      reportCompressedSize: false,
      lib: { entry: join(root, 'src/verifier/main.ts'), formats: ['iife'], name: 'verifier', fileName: 'verifier' },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('the verifier was not built');
  // Within a page, a script ends at its first closing tag, even inside a text.
  return chunk.code.replaceAll('</script', '<\\/script');
}

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The page as HTML. The same source makes the same bytes. */
export async function verifierPage(): Promise<string> {
  const code = await script();
  const css = `${style('tokens.css')}${style('ground.css')}${own}`;
  const policy = `default-src 'none'; script-src ${sha256(code)}; style-src ${sha256(css)}; font-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="color-scheme" content="light dark">
<title>${escaped(say.title)} – Plaudit</title>
<style>${css}</style>
</head>
<body>
<main>
<h1>${escaped(say.title)}</h1>
<p>${escaped(say.lead)}</p>
<p id="no-script">${escaped(say.noScript)}</p>
<form id="form" hidden>
<label>${escaped(say.choose)}<input type="file" id="bundle" accept=".zip,application/zip" required></label>
<label>${escaped(say.keys)}<textarea id="keys" rows="2" spellcheck="false"></textarea></label>
<button id="start">${escaped(say.start)}</button>
</form>
<p id="verdict" role="status"></p>
<pre id="output" tabindex="0" hidden></pre>
<p><a id="save" download="recount.txt" hidden>${escaped(say.save)}</a></p>
</main>
<script>${code}</script>
</body>
</html>
`;
}
