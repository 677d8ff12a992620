import type pg from 'pg';

import { FORMAT_VERSION, STATE_TABLE } from './index-tables.js';

export type RebuildReason = 'new' | 'damaged' | 'outdated';

/** Which tables count, and whether they lack something. */
export interface IndexState {
  readonly generation: number;
  /** Grows with each change. */
  readonly revision: number;
  readonly needsRebuild: RebuildReason | undefined;
  /** Generation of the tables that somebody fills. */
  readonly building: number | undefined;
}

/** Another version of fupan uses this database, and keeps another index in it. */
export class IndexFormatError extends Error {
  constructor() {
    super('Another version of fupan has made the search index of this database its own');
    this.name = 'IndexFormatError';
  }
}

/** The row as it is stored. */
export interface StateRow {
  readonly format: number;
  readonly generation: string;
  readonly revision: string;
  readonly needs_rebuild: RebuildReason | null;
  readonly building: string | null;
}

export const STATE_COLUMNS = 'format, generation, revision, needs_rebuild, building';

export async function readState(client: pg.ClientBase): Promise<IndexState> {
  const { rows } = await client.query<StateRow>(`SELECT ${STATE_COLUMNS} FROM ${STATE_TABLE}`);
  return stateOf(rows[0]);
}

/** @throws IndexFormatError */
export function stateOf(row: StateRow | undefined): IndexState {
  // As if the table were not there, which is mended in the same way.
  if (row === undefined) throw Object.assign(new Error('No search index'), { code: '42P01' });
  if (row.format !== FORMAT_VERSION) throw new IndexFormatError();
  return {
    generation: Number(row.generation),
    revision: Number(row.revision),
    needsRebuild: row.needs_rebuild ?? undefined,
    building: row.building === null ? undefined : Number(row.building),
  };
}

/** Never the same twice, even where somebody has thrown the tables away. */
export function newGeneration(row: StateRow | undefined): number {
  const last = Math.max(Number(row?.generation ?? 0), Number(row?.building ?? 0));
  return Math.max(last + 1, Date.now());
}
