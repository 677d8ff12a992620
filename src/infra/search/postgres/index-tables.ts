/** Raise it whenever the tables or the way text becomes stems change: older ones are then made anew. */
export const FORMAT_VERSION = 2;

/**
 * The tables of one index. Each time it is made anew they are others, so that whoever still reads
 * the ones before is not disturbed; the table of the state tells which count.
 */
export interface IndexTables {
  /** One row for each document, and for each that was deleted, its space being null. */
  readonly document: string;
  readonly text: string;
  /** How many of the documents that everybody may see hold a stem. */
  readonly lexeme: string;
  /** Words as written, for corrections and completions. Never shrinks until the next rebuild. */
  readonly term: string;
  /** While the index is built: ids of what was changed meanwhile. */
  readonly changed: string;
}

export const STATE_TABLE = 'search_index_state';

export const CREATE_STATE = `
  -- One row. revision: grows with each change of the index. building: generation of the tables
  -- that are to take the place of those that count.
  CREATE TABLE IF NOT EXISTS ${STATE_TABLE} (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    format integer NOT NULL, generation bigint NOT NULL, revision bigint NOT NULL,
    needs_rebuild text, building bigint);
`;

export function tablesOf(generation: number): IndexTables {
  const name = (kind: string) => `search_index_${generation}_${kind}`;
  return {
    document: name('document'),
    text: name('text'),
    lexeme: name('lexeme'),
    term: name('term'),
    changed: name('changed'),
  };
}

/** Without what would make it slow to fill them; see `completeTables`. */
export function createTables({ document, text, lexeme, term, changed }: IndexTables): string {
  return `
    CREATE TABLE ${document} (slot integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      id text COLLATE "C" NOT NULL UNIQUE, revision bigint NOT NULL, stamp double precision NOT NULL,
      space text, fields text NOT NULL, length integer NOT NULL, occurred_at double precision,
      updated_at double precision NOT NULL, votes integer NOT NULL);
    -- Which documents hold a word must not mean to read their texts, so those stand elsewhere.
    CREATE TABLE ${text} (slot integer PRIMARY KEY, is_open boolean NOT NULL,
      words tsvector NOT NULL) WITH (toast_tuple_target = 128);
    ALTER TABLE ${text} ALTER COLUMN words SET STORAGE EXTERNAL;
    ALTER TABLE ${text} ALTER COLUMN words SET STATISTICS 0;
    CREATE TABLE ${lexeme} (lexeme text COLLATE "C" PRIMARY KEY, documents integer NOT NULL);
    CREATE TABLE ${term} (term text COLLATE "C" PRIMARY KEY, documents integer NOT NULL,
      trigrams text[] NOT NULL);
    CREATE TABLE ${changed} (id text COLLATE "C" PRIMARY KEY);
  `;
}

/** With `fastupdate` searches would have to go through what is yet to be put in order. */
export function completeTables({ document, text, lexeme, term }: IndexTables): string {
  return `
    CREATE INDEX ON ${document} (revision);
    CREATE INDEX ON ${text} USING gin (words) WITH (fastupdate = off);
    CREATE INDEX ON ${text} USING gin (words) WITH (fastupdate = off) WHERE NOT is_open;
    CREATE INDEX ON ${term} USING gin (trigrams) WITH (fastupdate = off);
    ANALYZE ${document}, ${text}, ${lexeme}, ${term};
  `;
}

export function dropTables(tables: IndexTables): string {
  return `DROP TABLE IF EXISTS ${Object.values(tables).join(', ')}`;
}
