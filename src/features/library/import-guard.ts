import { In } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { ForbiddenError } from '../../core/errors.js';
import type { IncidentDocument } from '../case-file/case-document.js';
import { IncidentEntity } from '../incident/incident.entity.js';
import { onlyReadableIncidents } from '../incident/incident.policy.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import type { IncomingCase } from './case-settler.js';

/**
 * Sees to it that nobody changes by an import what they may not read: a case or an incident that is
 * there already.
 * @throws ForbiddenError
 */
export async function refuseHidden(tx: TxCtx, incoming: readonly IncomingCase[]): Promise<void> {
  if (tx.actor.kind === 'operator') return;
  const present = await tx.db.find(PostmortemEntity, {
    select: { id: true },
    where: [
      { id: In(incoming.flatMap(({ document }) => document.id?.toLowerCase() ?? [])) },
      { importIdentity: In(incoming.flatMap(({ identity }) => identity ?? [])) },
    ],
  });
  if (present.length > 0) {
    const ids = [...new Set(present.map(({ id }) => id))];
    const query = tx.db
      .createQueryBuilder(PostmortemEntity, 'p')
      .where('p.id IN (:...ids)', { ids });
    const readable = await onlyReadable(query, tx.actor, 'p').getCount();
    if (readable < ids.length) throw new ForbiddenError();
  }
  await refuseHiddenIncidents(
    tx,
    incoming.flatMap(({ document }) => document.incidents),
  );
}

/** @throws ForbiddenError if one of them is an incident that the actor may not read */
export async function refuseHiddenIncidents(
  tx: TxCtx,
  incidents: readonly IncidentDocument[],
): Promise<void> {
  if (tx.actor.kind === 'operator') return;
  const ids = incidents.flatMap(({ id }) => id?.toLowerCase() ?? []);
  const keys = incidents.flatMap(({ key }) => key ?? []);
  const present = await tx.db.find(IncidentEntity, {
    select: { id: true, key: true, title: true },
    where: [{ id: In(ids) }, { key: In(keys) }],
  });
  // As the incident book knows them again: by id, or by key and title.
  const meant = present.filter(
    ({ id, key, title }) =>
      ids.includes(id) ||
      incidents.some((incident) => incident.key === key && incident.title === title),
  );
  if (meant.length === 0) return;
  const meantIds = meant.map(({ id }) => id);
  const query = tx.db
    .createQueryBuilder(IncidentEntity, 'i')
    .where('i.id IN (:...meantIds)', { meantIds });
  const readable = await onlyReadableIncidents(query, tx.actor, 'i').getCount();
  if (readable < meantIds.length) throw new ForbiddenError();
}
