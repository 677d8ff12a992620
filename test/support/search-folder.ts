import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** The one file of the embedded index in a folder. */
export function indexFile(folder: string): string {
  const [name, ...others] = readdirSync(folder).filter((each) => each.endsWith('.db'));
  if (name === undefined || others.length > 0) throw new Error(`not one index in ${folder}`);
  return join(folder, name);
}

/** Takes the index away that stands in a folder, or in a PostgreSQL where one is used. */
export async function loseIndex(folder: string, databaseUrl: string | undefined): Promise<void> {
  if (databaseUrl === undefined) {
    rmSync(folder, { recursive: true });
    return;
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relname LIKE 'search\\_index%' AND relkind = 'r'`,
  );
  for (const { name } of rows) await client.query(`DROP TABLE ${name} CASCADE`);
  await client.end();
}
