import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { EntryAnswers } from '#shells/forms/entry-answers.tsx';
import { SavedWords, useWords } from '#shells/words.tsx';
import type { Archived, ArchivedFile, Draw, Indexed } from '#slices/entries/archives/archive.ts';
import { Facts } from '#ui/data/facts.tsx';

/** What stands in place of the stylesheets, which are not at hand where an archive is opened. */
const style = `:root{color-scheme:light dark}body{font:16px/1.55 system-ui,sans-serif;max-width:46rem;margin:2.5rem auto;padding:0 1rem}
h1{font:600 2rem/1.2 Georgia,serif;margin:0 0 .25rem}h2{font:600 1.3rem/1.3 Georgia,serif;margin:2.2rem 0 .6rem}h3{font-size:1rem;margin:1.4rem 0 .2rem}
dl{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.3rem 1.2rem}dt{opacity:.7}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #8884;padding:.45rem .8rem .45rem 0;text-align:left;vertical-align:top;overflow-wrap:anywhere}
code{font-size:.85em;overflow-wrap:anywhere}a{color:inherit}.soft,.hint{opacity:.7}@media print{body{margin:0;max-width:none}}`;

type Page = { readonly language: string; readonly title: string; readonly children: ReactNode };

function page({ language, title, children }: Page): string {
  const html = renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own stylesheet, which quotes may not be escaped in */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <SavedWords language={language}>{children}</SavedWords>
      </body>
    </html>,
  );
  return `<!doctype html>\n${html}\n`;
}

/** Names in an address mean themselves. */
const address = (path: string) => path.split('/').map(encodeURIComponent).join('/');

function Given({ file }: { file: ArchivedFile }) {
  const words = useWords().archives;
  if (file.path === undefined)
    return (
      <>
        <bdi>{file.name}</bdi>
        {file.leftOut && <span className="soft"> – {words.leftOut[file.leftOut]}</span>}
      </>
    );
  return (
    <a href={address(file.path)}>
      <bdi>{file.name}</bdi>
    </a>
  );
}

function EntryInside({ of: { entry, files, receipt } }: { of: Archived }) {
  const { archives: words, dates, entries, printing } = useWords();
  const { list } = entries;
  const byId = new Map(files.map((file) => [file.id, file]));
  const facts = [
    ...(entry.number === null ? [] : [{ name: list.number, value: entry.number }]),
    { name: printing.edition, value: `${entry.edition.programmeName} ${entry.edition.name}` },
    { name: list.category, value: entry.category },
    { name: printing.nominee, value: <bdi>{entry.nominee}</bdi> },
    { name: printing.writer, value: <bdi>{entry.writer}</bdi> },
    { name: list.state, value: words.states[entry.state] },
    ...(entry.submittedAt === null ? [] : [{ name: list.arrived, value: dates.exact(entry.submittedAt) }]),
    ...(entry.rules === null ? [] : [{ name: list.rules, value: list.rulesVersion(entry.rules) }]),
    { name: printing.publicId, value: <code>{entry.id}</code> },
  ];
  return (
    <main>
      <p>
        <a href="../index.html">{words.index.back}</a>
      </p>
      <h1>
        <bdi>{entry.title || words.index.untitled}</bdi>
      </h1>
      <Facts of={facts} />
      {entry.form === undefined && <h2>{printing.answers}</h2>}
      <EntryAnswers
        entry={entry}
        file={(id, name) => {
          const file = byId.get(id);
          return <li key={id}>{file ? <Given file={file} /> : name}</li>;
        }}
      />
      <h2>{printing.files}</h2>
      {files.length === 0 ? (
        <p className="soft">{printing.noFiles}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>{printing.file}</th>
              <th>{printing.size}</th>
              <th>{printing.hash}</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.id}>
                <td>
                  <Given file={file} />
                </td>
                <td>{printing.sizeOf(file.bytes)}</td>
                <td>
                  <code>{file.sha256}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {entry.receipt && (
        <>
          <h2>{printing.receipt.title}</h2>
          <p>
            <code>{entry.receipt.hash}</code>
          </p>
          <p>{entry.receipt.agrees ? printing.receipt.agrees : printing.receipt.differs}</p>
        </>
      )}
      <p className="soft">
        <a href="answers.json">{words.index.answers}</a>
        {receipt && (
          <>
            {' · '}
            <a href="receipt.json">{words.index.receipt}</a>
          </>
        )}
      </p>
    </main>
  );
}

function IndexInside({ of, title }: { of: readonly Indexed[]; title: string }) {
  const { archives: words, entries, printing } = useWords();
  const { list } = entries;
  return (
    <main>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      {of.length === 0 ? (
        <p>{words.index.none}</p>
      ) : (
        <>
          <p>{words.index.count(of.length)}</p>
          <table>
            <thead>
              <tr>
                <th>{list.number}</th>
                <th>{list.entry}</th>
                <th>{list.state}</th>
                <th>{printing.files}</th>
              </tr>
            </thead>
            <tbody>
              {of.map((one) => (
                <tr key={one.folder}>
                  <td>{one.number ?? words.index.untaken}</td>
                  <td>
                    <a href={`${address(one.folder.slice(0, -1))}/entry.html`}>
                      <bdi>{one.title || words.index.untitled}</bdi>
                    </a>
                    <br />
                    <bdi className="soft">{one.nominee}</bdi>
                  </td>
                  <td>{words.states[one.state]}</td>
                  <td>{words.index.files(one.files, one.leftOut)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <p className="soft">
        {words.index.check} {words.index.table}
      </p>
    </main>
  );
}

/** The pages of an archive in a language. */
export const drawnIn = (language: string): Draw => ({
  entry: (of) => page({ language, title: of.entry.title, children: <EntryInside of={of} /> }),
  index: (of, title) => page({ language, title, children: <IndexInside of={of} title={title} /> }),
});
