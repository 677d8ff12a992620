import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { checked, text } from '../../core/validation.js';
import { LANGUAGES, VISIBILITIES } from '../../core/vocabulary.js';
import { insertRows } from '../../infra/database/insert.js';
import { takeNumber } from '../../infra/database/keys.js';
import { given, updateVersioned } from '../../infra/database/versioned.js';
import { CaseHistory } from '../history/case-history.service.js';
import { TemplateService } from '../template/template.service.js';
import { CaseAccess } from './case-access.service.js';
import { partsSchema, PostmortemParts } from './postmortem-parts.service.js';
import { PostmortemEntity } from './postmortem.entity.js';
import { mayCreatePostmortem, onlyReadable } from './postmortem.policy.js';

const ownSchema = z.object({
  title: text.title,
  summary: text.prose.optional(),
  language: z.enum(LANGUAGES),
  visibility: z.enum(VISIBILITIES).optional(),
  template: text.name.nullish(),
  facilitatorId: z.string().nullish(),
});
const createSchema = ownSchema.extend(partsSchema.shape);
const updateSchema = createSchema.partial().extend({
  expectedVersion: z.number().int().nullish(),
  reason: text.entry.nullish(),
});

/** Together they decide who may read a case. */
const SHARED = ['visibility', 'readers', 'authorIds', 'reviewerIds', 'facilitatorId'] as const;

export type PostmortemCreate = z.input<typeof createSchema>;
export type PostmortemUpdate = z.input<typeof updateSchema>;

/** Writing and changing cases. */
@Injectable()
export class PostmortemService {
  constructor(
    private readonly access: CaseAccess,
    private readonly parts: PostmortemParts,
    private readonly history: CaseHistory,
    private readonly templates: TemplateService,
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
   * Begins a case as a draft. Whoever writes it is an author if none is named. With a template and no
   * sections it begins with those of the template.
   * @throws FupanError FORBIDDEN, VALIDATION, also if they would not see it themselves; NOT_FOUND
   *   for a person, a team or an incident
   */
  async create(tx: TxCtx, input: PostmortemCreate): Promise<PostmortemEntity> {
    if (!mayCreatePostmortem(tx.actor)) throw new ForbiddenError();
    const values = checked(createSchema, input);
    const now = tx.clock.now();
    const { visibility = 'ORGANIZATION', facilitatorId = null } = values;
    const number = await takeNumber(tx, 'PM', { confidential: visibility === 'RESTRICTED' });
    const row: PostmortemEntity = {
      id: newId(),
      version: 1,
      revision: 0,
      searchStamp: 0,
      key: `PM-${number}`,
      number,
      title: values.title,
      summary: values.summary ?? '',
      status: 'DRAFT',
      visibility,
      language: values.language,
      template: values.template ?? null,
      facilitatorId,
      source: null,
      extra: null,
      importIdentity: null,
      importDigest: null,
      createdAt: now,
      updatedAt: now,
      publishedAt: null,
    };
    if (facilitatorId !== null) await this.parts.requirePeople(tx, [facilitatorId]);
    await insertRows(tx, PostmortemEntity, [row]);
    const writer = personIdOf(tx.actor);
    const { authorIds = [] } = values;
    await this.parts.write(tx, row.id, {
      ...values,
      sections: values.sections ?? (await this.#beginning(tx, values)),
      authorIds: authorIds.length === 0 && writer !== null ? [writer] : authorIds,
    });
    await this.access.refuseLockOut(tx, row, ['input']);
    this.history.edited(tx, row.id);
    return row;
  }

  /**
   * Changes what is given; lists are replaced as a whole. Who may read the case is changed by those
   * who answer for it, and nobody locks themselves out.
   * @throws ConflictError if `expectedVersion` is not the present one
   */
  async update(tx: TxCtx, id: string, input: PostmortemUpdate): Promise<PostmortemEntity> {
    const shares = SHARED.some((name) => input[name] !== undefined);
    const row = await this.access.require(tx, shares ? 'share' : 'edit', id);
    const { expectedVersion, reason, ...values } = checked(updateSchema, input);
    const { title, summary, language, visibility, template, facilitatorId } = values;
    if (typeof facilitatorId === 'string') await this.parts.requirePeople(tx, [facilitatorId]);
    const updated = await updateVersioned(tx, PostmortemEntity, row, expectedVersion, {
      ...given({ title, summary, language, visibility, template, facilitatorId }),
      updatedAt: tx.clock.now(),
    });
    await this.parts.write(tx, id, values);
    if (shares) await this.access.refuseLockOut(tx, updated, ['input']);
    this.history.edited(tx, id, reason ?? undefined);
    return updated;
  }

  /** @throws FupanError VALIDATION `unknownTemplate` */
  async #beginning(tx: TxCtx, values: z.output<typeof createSchema>) {
    const { template, language, title, incidentIds = [] } = values;
    if (template === null || template === undefined) return undefined;
    const beginning = { name: template, language, title, incidentIds };
    return this.templates.beginning(tx, beginning, ['input', 'template']);
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
}
