/** Every statement on a table of the schema `plaudit` names the organisation once for each table: that keeps organisations apart. */
import { withClient } from './postgres/template.ts';

/** The tables of the schema, which all begin with `organisation_id`. */
export function tablesOfOrganisations(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'plaudit'::regnamespace and relkind in ('r', 'p')`,
    );
    return rows.map(({ name }) => name);
  });
}

/** The statements that mention more of these tables than they name organisations. */
export function unboundStatements(statements: Iterable<string>, tables: readonly string[]): string[] {
  const mention = new RegExp(`\\b(?:from|join|into|update|using)\\s+"?(?:plaudit"?\\."?)?(?:${tables.join('|')})\\b`, 'gi');
  return [...statements].filter(
    (statement) => (statement.match(mention)?.length ?? 0) > (statement.match(/\borganisation_id\b/g)?.length ?? 0),
  );
}
