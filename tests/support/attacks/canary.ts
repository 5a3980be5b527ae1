/** Words that would become markup wherever they are not kept apart from it, and a reading of pages that sees whether they did. */
import { defaultTreeAdapter, parse } from 'parse5';
import { inject } from 'vitest';
import type { TestDatabase } from '../database.ts';
import { onDatabase, withClient } from '../postgres/template.ts';

/** Begins as an address that runs, leaves every kind of quotes, tags, comments and script data, and makes an element and attributes. */
export const canary = `javascript:canary()//"'\`-->]]></script></title></textarea></style><canary-made onfocus="canary()" canary-made="1">&lt;canary-made&gt;`;

/** What names things to the product rather than to people: addresses, states, kinds, hashes of one. */
const structural =
  /(?:^|_)(?:slug|host|state|kind|role|language|time_zone|zone|process|id|token|hash|key|mail|operation|actor|scopes?|mail|type|sha256|counter|version|aggregation|class|event|body|text|score)$/;

const textColumns = `
  select c.table_schema as schema, c.table_name as name, c.column_name as "column"
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
   where t.table_type = 'BASE TABLE' and c.table_schema in ('plaudit', 'directory') and c.data_type = 'text' and c.is_generated = 'NEVER'
   order by 1, 2, 3`;

/**
 * Puts the canary into every column of words of every table, past every check a form makes; a column that may hold only some words, or
 * only different ones, keeps what it has. The answer is the columns that hold it now.
 */
export function plantCanary({ name }: TestDatabase): Promise<string[]> {
  return withClient(onDatabase(inject('template').superUrl, name), async (client) => {
    const { rows } = await client.query<{ schema: string; name: string; column: string }>(textColumns);
    const planted: string[] = [];
    // Superusers pass by triggers that keep the record as it is: here it is only to be shown.
    await client.query('set session_replication_role = replica');
    for (const { schema, name: table, column } of rows) {
      const [where, what] = [`${schema}."${table}"`, `"${column}"`];
      // The words of entries are a text of their own; other columns of that name hold whole documents.
      if (structural.test(column) && !(column === 'body' && table === 'entries')) continue;
      const { rowCount } = await client
        .query(`update ${where} set ${what} = $1 where ${what} is not null`, [canary])
        .catch(() => ({ rowCount: 0 }));
      if ((rowCount ?? 0) > 0) planted.push(`${table}.${column}`);
    }
    return planted;
  });
}

type Node = Parameters<typeof defaultTreeAdapter.isElementNode>[0];

function* below(node: Node): Generator<Node> {
  yield node;
  const children = 'childNodes' in node ? node.childNodes : [];
  for (const child of children) yield* below(child);
}

/** What may stand at the beginning of an address on a page; everything else would run or load something. */
const harmless = /^(?:[/#?]|https?:\/\/|mailto:|$)/;
const addresses = new Set(['href', 'src', 'action', 'formaction', 'srcset', 'poster', 'data']);

/** Every element, attribute or address that data has made on this page. */
export function madeByData(html: string): string[] {
  const found: string[] = [];
  for (const node of below(parse(html))) {
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    if (node.tagName === 'canary-made') found.push('an element');
    for (const { name, value } of node.attrs) {
      if (name.startsWith('on') || name.includes('canary')) found.push(`the attribute ${name} of ${node.tagName}`);
      if (addresses.has(name) && !harmless.test(value)) found.push(`${name}="${value}" of ${node.tagName}`);
      if (name === 'style' && value.includes('canary')) found.push(`a style of ${node.tagName}`);
    }
    const isScript = node.tagName === 'script' && node.attrs.some(({ name }) => name === 'src');
    if (isScript && node.attrs.some(({ value }) => value.includes('canary'))) found.push('a script');
  }
  return found;
}

/** Whether a reader of the page sees the words: a page that does not show them proves nothing of how it would. */
export function showsCanary(html: string): boolean {
  for (const node of below(parse(html))) if (defaultTreeAdapter.isTextNode(node) && node.value.includes('javascript:canary()')) return true;
  return false;
}
