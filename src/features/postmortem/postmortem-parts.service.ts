import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';
import { NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { text } from '../../core/validation.js';
import { insertInOrder } from '../../infra/database/insert.js';
import { incidentById } from '../incident/incident.loaders.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity } from '../people/team.entity.js';
import {
  PostmortemIncidentEntity,
  PostmortemPersonEntity,
  PostmortemTagEntity,
  SectionEntity,
} from './postmortem.entity.js';
import { PostmortemReaderEntity } from './reader.entity.js';

const ids = z.array(z.string()).max(LIMITS.shortList);
const reader = z
  .object({ personId: z.string().nullish(), teamId: z.string().nullish() })
  .transform(({ personId, teamId }) => ({ personId: personId ?? null, teamId: teamId ?? null }))
  .refine(({ personId, teamId }) => (personId === null) !== (teamId === null), {
    error: 'readerIsOne',
  });

/** The lists of a case; one that is left out stays as it is. */
export const partsSchema = z.object({
  tags: z.array(text.name).max(LIMITS.shortList).optional(),
  sections: z
    .array(z.object({ heading: text.heading, body: text.prose }))
    .max(LIMITS.shortList)
    .optional(),
  incidentIds: ids.optional(),
  authorIds: ids.optional(),
  reviewerIds: ids.optional(),
  readers: z.array(reader).max(LIMITS.shortList).optional(),
});
type Parts = z.output<typeof partsSchema>;

/** Writes what belongs to a case and has no identity of its own. Whoever calls has asked the policy. */
@Injectable()
export class PostmortemParts {
  /** Replaces the lists that are given. @throws FupanError NOT_FOUND for a person, a team or an incident */
  async write(tx: TxCtx, postmortemId: string, parts: Parts): Promise<void> {
    const { tags, sections, incidentIds } = parts;
    if (tags) {
      await tx.db.delete(PostmortemTagEntity, { postmortemId });
      await insertInOrder(tx, PostmortemTagEntity, [...new Set(tags)], (tag) => ({
        postmortemId,
        tag,
      }));
    }
    if (sections) {
      await tx.db.delete(SectionEntity, { postmortemId });
      await insertInOrder(tx, SectionEntity, sections, (section) => ({
        id: newId(),
        postmortemId,
        ...section,
      }));
    }
    if (incidentIds) {
      await this.#requireIncidents(tx, incidentIds);
      await tx.db.delete(PostmortemIncidentEntity, { postmortemId });
      await insertInOrder(
        tx,
        PostmortemIncidentEntity,
        [...new Set(incidentIds)],
        (incidentId) => ({
          postmortemId,
          incidentId,
        }),
      );
    }
    await this.#writePeople(tx, postmortemId, 'AUTHOR', parts.authorIds);
    await this.#writePeople(tx, postmortemId, 'REVIEWER', parts.reviewerIds);
    await this.#writeReaders(tx, postmortemId, parts.readers);
  }

  /** @throws NotFoundError */
  async requirePeople(tx: TxCtx, personIds: readonly string[], field = ['input']): Promise<void> {
    const wanted = new Set(personIds);
    const found = await tx.db.countBy(PersonEntity, { id: In([...wanted]) });
    if (found < wanted.size) throw new NotFoundError('person', field);
  }

  async #writePeople(
    tx: TxCtx,
    postmortemId: string,
    role: 'AUTHOR' | 'REVIEWER',
    personIds: readonly string[] | undefined,
  ): Promise<void> {
    if (!personIds) return;
    await this.requirePeople(tx, personIds);
    await tx.db.delete(PostmortemPersonEntity, { postmortemId, role });
    await insertInOrder(tx, PostmortemPersonEntity, [...new Set(personIds)], (personId) => ({
      id: newId(),
      postmortemId,
      personId,
      role,
    }));
  }

  async #writeReaders(tx: TxCtx, postmortemId: string, readers: Parts['readers']): Promise<void> {
    if (!readers) return;
    const field = ['input', 'readers'];
    const teamIds = new Set(readers.flatMap(({ teamId }) => teamId ?? []));
    await this.requirePeople(
      tx,
      readers.flatMap(({ personId }) => personId ?? []),
      field,
    );
    const found = await tx.db.countBy(TeamEntity, { id: In([...teamIds]) });
    if (found < teamIds.size) throw new NotFoundError('team', field);
    await tx.db.delete(PostmortemReaderEntity, { postmortemId });
    const once = new Map(readers.map((each) => [`${each.personId} ${each.teamId}`, each]));
    await insertInOrder(tx, PostmortemReaderEntity, [...once.values()], (each) => ({
      id: newId(),
      postmortemId,
      ...each,
    }));
  }

  async #requireIncidents(tx: TxCtx, incidentIds: readonly string[]): Promise<void> {
    // Only those that the actor may read: whoever writes about an incident gets to see it.
    const found = await Promise.all(incidentIds.map((id) => incidentById(tx).load(id)));
    if (found.includes(null)) throw new NotFoundError('incident', ['input', 'incidentIds']);
  }
}
