import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { z } from 'zod';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { checked, text } from '../../core/validation.js';
import { LANGUAGES, VISIBILITIES } from '../../core/vocabulary.js';
import { insertInOrder, insertRows } from '../../infra/database/insert.js';
import { takeNumbers } from '../../infra/database/keys.js';
import { given, updateVersioned } from '../../infra/database/versioned.js';
import { CaseHistory } from '../history/case-history.service.js';
import { incidentById } from '../incident/incident.loaders.js';
import { PersonEntity } from '../people/person.entity.js';
import { CaseAccess } from './case-access.service.js';
import {
  PostmortemEntity,
  PostmortemIncidentEntity,
  PostmortemPersonEntity,
  PostmortemTagEntity,
  SectionEntity,
} from './postmortem.entity.js';
import { mayCreatePostmortem, onlyReadable } from './postmortem.policy.js';

const sections = z
  .array(z.object({ heading: text.heading, body: text.prose }))
  .max(LIMITS.shortList);
const ids = z.array(z.string()).max(LIMITS.shortList);

const createSchema = z.object({
  title: text.title,
  summary: text.prose.default(''),
  language: z.enum(LANGUAGES),
  visibility: z.enum(VISIBILITIES).default('ORGANIZATION'),
  template: text.name.nullish(),
  tags: z.array(text.name).max(LIMITS.shortList).default([]),
  sections: sections.default([]),
  incidentIds: ids.default([]),
  authorIds: ids.default([]),
  reviewerIds: ids.default([]),
  facilitatorId: z.string().nullish(),
});
const updateSchema = createSchema.partial().extend({
  // Without their defaults: what is not given stays as it is.
  summary: text.prose.optional(),
  visibility: z.enum(VISIBILITIES).optional(),
  tags: z.array(text.name).max(LIMITS.shortList).optional(),
  sections: sections.optional(),
  incidentIds: ids.optional(),
  authorIds: ids.optional(),
  reviewerIds: ids.optional(),
  expectedVersion: z.number().int().nullish(),
  reason: text.entry.nullish(),
});

export type PostmortemCreate = z.input<typeof createSchema>;
export type PostmortemUpdate = z.input<typeof updateSchema>;

/** Writing and changing cases. */
@Injectable()
export class PostmortemService {
  constructor(
    private readonly access: CaseAccess,
    private readonly history: CaseHistory,
  ) {}

  /** The case with this id or key; null if there is none or the caller may not read it. */
  async find(
    ctx: Ctx,
    by: { id?: string | undefined; key?: string | undefined },
  ): Promise<PostmortemEntity | null> {
    if (!by.id && !by.key) return null;
    const query = onlyReadable(ctx.db.createQueryBuilder(PostmortemEntity, 'p'), ctx.actor, 'p');
    if (by.id) query.andWhere('p.id = :id', { id: by.id });
    if (by.key) query.andWhere('p.key = :key', { key: by.key.toUpperCase() });
    return query.getOne();
  }

  /**
   * Begins a case as a draft. Whoever writes it is an author if none is named.
   * @throws FupanError FORBIDDEN, VALIDATION, NOT_FOUND for a person or an incident
   */
  async create(tx: TxCtx, input: PostmortemCreate): Promise<PostmortemEntity> {
    if (!mayCreatePostmortem(tx.actor)) throw new ForbiddenError();
    const values = checked(createSchema, input);
    const now = tx.clock.now();
    const number = await takeNumbers(tx, 'PM');
    const row: PostmortemEntity = {
      id: newId(),
      version: 1,
      revision: 0,
      searchStamp: 0,
      key: `PM-${number}`,
      number,
      title: values.title,
      summary: values.summary,
      status: 'DRAFT',
      visibility: values.visibility,
      language: values.language,
      template: values.template ?? null,
      facilitatorId: values.facilitatorId ?? null,
      source: null,
      extra: null,
      importIdentity: null,
      importDigest: null,
      createdAt: now,
      updatedAt: now,
      publishedAt: null,
    };
    if (row.facilitatorId !== null) await this.#requirePeople(tx, [row.facilitatorId]);
    await insertRows(tx, PostmortemEntity, [row]);
    const authorIds =
      values.authorIds.length === 0 && tx.actor.kind === 'person'
        ? [tx.actor.personId]
        : values.authorIds;
    await this.#writeParts(tx, row.id, { ...values, authorIds });
    this.history.edited(tx, row.id);
    return row;
  }

  /**
   * Changes what is given; lists are replaced as a whole.
   * @throws ConflictError if `expectedVersion` is not the present one
   */
  async update(tx: TxCtx, id: string, input: PostmortemUpdate): Promise<PostmortemEntity> {
    const row = await this.access.require(tx, 'edit', id);
    const { expectedVersion, reason, ...values } = checked(updateSchema, input);
    const { title, summary, language, visibility, template, facilitatorId } = values;
    if (typeof facilitatorId === 'string') await this.#requirePeople(tx, [facilitatorId]);
    const updated = await updateVersioned(tx, PostmortemEntity, row, expectedVersion, {
      ...given({ title, summary, language, visibility, template, facilitatorId }),
      updatedAt: tx.clock.now(),
    });
    await this.#writeParts(tx, id, values);
    this.history.edited(tx, id, reason ?? undefined);
    return updated;
  }

  /**
   * Removes a case for good, with everything that belongs to it. Archiving is the gentle way.
   * @throws FupanError FORBIDDEN for anybody but an administrator
   */
  async delete(tx: TxCtx, id: string): Promise<PostmortemEntity> {
    const row = await this.access.require(tx, 'delete', id);
    await tx.db.delete(PostmortemEntity, { id });
    await this.history.deleted(tx, id);
    return row;
  }

  async #writeParts(tx: TxCtx, postmortemId: string, parts: PostmortemParts): Promise<void> {
    const { tags, sections, incidentIds, authorIds, reviewerIds } = parts;
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
    await this.#writePeople(tx, postmortemId, 'AUTHOR', authorIds);
    await this.#writePeople(tx, postmortemId, 'REVIEWER', reviewerIds);
  }

  async #writePeople(
    tx: TxCtx,
    postmortemId: string,
    role: 'AUTHOR' | 'REVIEWER',
    personIds: readonly string[] | undefined,
  ): Promise<void> {
    if (!personIds) return;
    await this.#requirePeople(tx, personIds);
    await tx.db.delete(PostmortemPersonEntity, { postmortemId, role });
    await insertInOrder(tx, PostmortemPersonEntity, [...new Set(personIds)], (personId) => ({
      id: newId(),
      postmortemId,
      personId,
      role,
    }));
  }

  async #requirePeople(tx: TxCtx, personIds: readonly string[]): Promise<void> {
    const wanted = new Set(personIds);
    const found = await tx.db.countBy(PersonEntity, { id: In([...wanted]) });
    if (found < wanted.size) throw new NotFoundError('person', ['input']);
  }

  async #requireIncidents(tx: TxCtx, incidentIds: readonly string[]): Promise<void> {
    // Only those that the actor may read: whoever writes about an incident gets to see it.
    const found = await Promise.all(incidentIds.map((id) => incidentById(tx).load(id)));
    if (found.includes(null)) throw new NotFoundError('incident', ['input', 'incidentIds']);
  }
}

/** The lists of a case; one that is undefined stays as it is. */
type PostmortemParts = Pick<
  z.output<typeof updateSchema>,
  'tags' | 'sections' | 'incidentIds' | 'authorIds' | 'reviewerIds'
>;
