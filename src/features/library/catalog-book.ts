import { In } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { insertRows } from '../../infra/database/insert.js';
import { TeamEntity } from '../people/team.entity.js';
import { ServiceEntity } from '../service-catalog/service.entity.js';

/** Ids by name. */
export type Ids = ReadonlyMap<string, string>;

/** The ids of teams by key; a team that is not there is made and named after its key. */
export async function openTeams(tx: TxCtx, keys: Iterable<string>): Promise<Ids> {
  const wanted = [...new Set(keys)];
  if (wanted.length === 0) return new Map();
  const rows = await tx.db.findBy(TeamEntity, { key: In(wanted) });
  const known = new Map(rows.map((row) => [row.key, row.id]));
  const createdAt = tx.clock.now();
  const missing = wanted
    .filter((key) => !known.has(key))
    .map((key): TeamEntity => ({
      id: newId(),
      version: 1,
      key,
      name: key,
      createdAt,
      archivedAt: null,
      calendarId: null,
      digestSchedule: null,
    }));
  await insertRows(tx, TeamEntity, missing);
  for (const row of missing) known.set(row.key, row.id);
  return known;
}

/** The ids of services by name; one that is not there is made, in the lowest tier. */
export async function openServices(tx: TxCtx, names: Iterable<string>): Promise<Ids> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return new Map();
  const rows = await tx.db.findBy(ServiceEntity, { name: In(wanted) });
  const known = new Map(rows.map((row) => [row.name, row.id]));
  const createdAt = tx.clock.now();
  const missing = wanted
    .filter((name) => !known.has(name))
    .map((name): ServiceEntity => ({
      id: newId(),
      version: 1,
      name,
      tier: 'STANDARD',
      businessFunction: null,
      redundancy: null,
      ownerTeamId: null,
      createdAt,
      archivedAt: null,
    }));
  await insertRows(tx, ServiceEntity, missing);
  for (const row of missing) known.set(row.name, row.id);
  return known;
}
