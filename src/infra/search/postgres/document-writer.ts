import { setImmediate } from 'node:timers/promises';
import type pg from 'pg';

import { documentRow, type DocumentRow } from '../finding/document-table.js';
import { indexColumns } from '../finding/index-columns.js';
import { trigrams } from '../finding/trigrams.js';
import { isKeptWord } from '../finding/vocabulary.js';
import { OPEN_SPACE, type IndexChange, type SearchDocument } from '../search-index.js';
import type { IndexTables } from './index-tables.js';
import { isStem, textVector, type TextVector } from './text-vector.js';

/** A document as it goes into the tables. */
interface Prepared extends TextVector {
  readonly row: DocumentRow;
  readonly isOpen: boolean;
  readonly terms: ReadonlySet<string>;
}

/** What is to be written, by the id of the document; undefined: it is deleted. */
export type PreparedChanges = ReadonlyMap<string, Prepared | undefined>;

/** What stands in the tables of a document. */
interface Known {
  readonly id: string;
  readonly slot: number;
  readonly space: string | null;
  /** Of a document that everybody may see. */
  readonly lexemes: string[] | null;
}

/** The words of documents take some time, in which others have their turn. */
export async function prepared(changes: readonly IndexChange[]): Promise<PreparedChanges> {
  const all = new Map<string, Prepared | undefined>();
  for (const change of changes) {
    if ('deletedId' in change) all.set(change.deletedId, undefined);
    else {
      all.set(change.document.id, preparedDocument(change.document));
      await setImmediate();
    }
  }
  return all;
}

function preparedDocument(document: SearchDocument): Prepared {
  const columns = indexColumns(document);
  const row = documentRow(
    document,
    columns.reduce((sum, { length }) => sum + length, 0),
  );
  const terms = new Set(columns.flat().filter(isKeptWord));
  return { ...textVector(columns), row, terms, isOpen: row.space === OPEN_SPACE };
}

/** How many more documents that everybody may see hold a word; written in one go, since most share their words. */
export class WordCounts {
  private readonly lexemes = new Map<string, number>();
  private readonly terms = new Map<string, { added: number; least: number }>();

  get size(): number {
    return this.lexemes.size + this.terms.size;
  }

  /** Takes note of what a document says now, and of what it said before. */
  count(document: Prepared | undefined, before: Known | undefined): void {
    const stems = document?.isOpen === true ? document.stems : new Set<string>();
    const old = new Set(before?.lexemes?.filter(isStem));
    for (const stem of stems) if (!old.has(stem)) this.#add(stem, 1);
    for (const stem of old) if (!stems.has(stem)) this.#add(stem, -1);
    if (document === undefined) return;
    // A document written again counts its words once, and one that few may see counts none.
    const added = document.isOpen && before?.space !== OPEN_SPACE ? 1 : 0;
    const least = document.isOpen ? 1 : 0;
    for (const term of document.terms) {
      const known = this.terms.get(term);
      if (known === undefined) this.terms.set(term, { added, least });
      else {
        known.added += added;
        known.least = Math.max(known.least, least);
      }
    }
  }

  async write(client: pg.ClientBase, tables: IndexTables): Promise<void> {
    const lexemes = [...this.lexemes].filter(([, added]) => added !== 0);
    await client.query(
      `INSERT INTO ${tables.lexeme} AS known (lexeme, documents)
       SELECT * FROM unnest($1::text[], $2::integer[])
       ON CONFLICT (lexeme) DO UPDATE SET documents = known.documents + excluded.documents`,
      [lexemes.map(([lexeme]) => lexeme), lexemes.map(([, added]) => added)],
    );
    const terms = [...this.terms];
    const values = [
      terms.map(([term]) => term),
      terms.map(([, { added }]) => added),
      terms.map(([, { least }]) => least),
    ];
    const { rows } = await client.query<{ term: string }>(
      `WITH given AS (SELECT * FROM unnest($1::text[], $2::integer[], $3::integer[])
           AS one (term, added, least)),
         -- Most are known and count no more than before.
         changed AS (UPDATE ${tables.term} AS known
           SET documents = greatest(known.documents + given.added, given.least) FROM given
           WHERE known.term = given.term
             AND known.documents <> greatest(known.documents + given.added, given.least))
       SELECT term FROM given WHERE NOT EXISTS
         (SELECT FROM ${tables.term} AS known WHERE known.term = given.term)`,
      values,
    );
    const fresh = rows.map(({ term }) => ({ term, count: this.terms.get(term) }));
    await client.query(
      `INSERT INTO ${tables.term} (term, documents, trigrams)
       SELECT term, documents, string_to_array(trigrams, ' ')
       FROM unnest($1::text[], $2::integer[], $3::text[]) AS one (term, documents, trigrams)`,
      [
        fresh.map(({ term }) => term),
        fresh.map(({ count }) => Math.max(count?.added ?? 0, count?.least ?? 0)),
        fresh.map(({ term }) => [...new Set(trigrams(term))].join(' ')),
      ],
    );
    this.lexemes.clear();
    this.terms.clear();
  }

  #add(stem: string, step: number): void {
    this.lexemes.set(stem, (this.lexemes.get(stem) ?? 0) + step);
  }
}

/** Writes documents into the tables; their words are in `counts` until those are written. */
export async function writeDocuments(
  client: pg.ClientBase,
  tables: IndexTables,
  changes: PreparedChanges,
  counts: WordCounts,
  revision: number,
): Promise<void> {
  const known = await knownDocuments(client, tables, [...changes.keys()]);
  const written: Prepared[] = [];
  const deleted: Known[] = [];
  for (const [id, document] of changes) {
    const before = known.get(id);
    counts.count(document, before);
    if (document !== undefined) written.push(document);
    else if (before !== undefined && before.space !== null) deleted.push(before);
  }
  const isNew = ({ row }: Prepared) => !known.has(row.id);
  const slots = new Map(Array.from(known.values(), ({ id, slot }) => [id, slot]));
  for (const { id, slot } of await insertRows(client, tables, written.filter(isNew), revision)) {
    slots.set(id, slot);
  }
  await updateRows(
    client,
    tables,
    written.filter((one) => !isNew(one)),
    revision,
  );
  await putTexts(client, tables, written, slots);
  await deleteRows(client, tables, deleted, revision);
}

async function knownDocuments(
  client: pg.ClientBase,
  { document, text }: IndexTables,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  const { rows } = await client.query<Known>(
    `SELECT d.id, d.slot, d.space, CASE WHEN t.is_open THEN tsvector_to_array(t.words) END AS lexemes
     FROM ${document} d LEFT JOIN ${text} t USING (slot) WHERE d.id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const ROW_COLUMNS = 'id, stamp, space, fields, length, occurred_at, updated_at, votes';
const GIVEN_ROWS = `unnest($2::text[], $3::double precision[], $4::text[], $5::text[], $6::integer[],
  $7::double precision[], $8::double precision[], $9::integer[]) AS given (${ROW_COLUMNS})`;

function rowValues(revision: number, documents: readonly Prepared[]): unknown[] {
  const rows = documents.map(({ row }) => row);
  return [
    revision,
    rows.map(({ id }) => id),
    rows.map(({ stamp }) => stamp),
    rows.map(({ space }) => space),
    rows.map(({ fields }) => JSON.stringify(fields)),
    rows.map(({ length }) => length),
    rows.map(({ occurredAt }) => occurredAt),
    rows.map(({ updatedAt }) => updatedAt),
    rows.map(({ votes }) => votes),
  ];
}

async function insertRows(
  client: pg.ClientBase,
  { document }: IndexTables,
  documents: readonly Prepared[],
  revision: number,
): Promise<readonly { id: string; slot: number }[]> {
  if (documents.length === 0) return [];
  const { rows } = await client.query<{ id: string; slot: number }>(
    `INSERT INTO ${document} (revision, ${ROW_COLUMNS})
     SELECT $1::bigint, given.* FROM ${GIVEN_ROWS} RETURNING id, slot`,
    rowValues(revision, documents),
  );
  return rows;
}

async function updateRows(
  client: pg.ClientBase,
  { document }: IndexTables,
  documents: readonly Prepared[],
  revision: number,
): Promise<void> {
  if (documents.length === 0) return;
  await client.query(
    `UPDATE ${document} AS known SET revision = $1, stamp = given.stamp, space = given.space,
       fields = given.fields, length = given.length, occurred_at = given.occurred_at,
       updated_at = given.updated_at, votes = given.votes
     FROM ${GIVEN_ROWS} WHERE known.id = given.id`,
    rowValues(revision, documents),
  );
}

async function putTexts(
  client: pg.ClientBase,
  { text }: IndexTables,
  documents: readonly Prepared[],
  slots: ReadonlyMap<string, number>,
): Promise<void> {
  if (documents.length === 0) return;
  await client.query(
    `INSERT INTO ${text} (slot, is_open, words)
     SELECT slot, is_open, words::tsvector
     FROM unnest($1::integer[], $2::boolean[], $3::text[]) AS given (slot, is_open, words)
     ON CONFLICT (slot) DO UPDATE SET is_open = excluded.is_open, words = excluded.words`,
    [
      documents.map(({ row }) => slots.get(row.id)),
      documents.map(({ isOpen }) => isOpen),
      documents.map(({ vector }) => vector),
    ],
  );
}

/** The row stays, so that other processes hear of it. */
async function deleteRows(
  client: pg.ClientBase,
  { document, text }: IndexTables,
  deleted: readonly Known[],
  revision: number,
): Promise<void> {
  if (deleted.length === 0) return;
  const slots = deleted.map(({ slot }) => slot);
  await client.query(`DELETE FROM ${text} WHERE slot = ANY($1)`, [slots]);
  await client.query(
    `UPDATE ${document} SET space = NULL, fields = '{}', revision = $2 WHERE slot = ANY($1)`,
    [slots, revision],
  );
}
