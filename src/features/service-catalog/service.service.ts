import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { z } from 'zod';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { checked, text } from '../../core/validation.js';
import { SERVICE_TIERS } from '../../core/vocabulary.js';
import { setArchived } from '../../infra/database/archive.js';
import { deleteUnused, refuseTaken } from '../../infra/database/constraints.js';
import { insertRows } from '../../infra/database/insert.js';
import { given, updateVersioned } from '../../infra/database/versioned.js';
import { CaseHistory } from '../history/case-history.service.js';
import { TeamEntity } from '../people/team.entity.js';
import { caseIdsOfService } from './service-cases.read.js';
import { ServiceDependencyEntity, ServiceEntity } from './service.entity.js';
import { mayService } from './service.policy.js';

const fields = {
  name: text.name,
  tier: z.enum(SERVICE_TIERS),
  businessFunction: text.entry.nullish(),
  redundancy: text.entry.nullish(),
  ownerTeamId: z.string().nullish(),
  dependsOnIds: z.array(z.string()).max(LIMITS.shortList).optional(),
};
const createSchema = z.object({ ...fields, tier: fields.tier.default('STANDARD') });
const updateSchema = z
  .object(fields)
  .partial()
  .extend({ expectedVersion: z.number().int().nullish() });

export type ServiceCreate = z.input<typeof createSchema>;
export type ServiceUpdate = z.input<typeof updateSchema>;

const NAME = ['input', 'name'] as const;

/** Keeps the catalogue of services: what can break, who owns it and what it needs. */
@Injectable()
export class ServiceCatalog {
  constructor(private readonly history: CaseHistory) {}

  /** The service with this id or name; null if there is none or the caller may not read it. */
  async find(
    ctx: Ctx,
    by: { id?: string | undefined; name?: string | undefined },
  ): Promise<ServiceEntity | null> {
    if (!mayService(ctx.actor, 'read') || (!by.id && !by.name)) return null;
    return ctx.db.findOneBy(ServiceEntity, {
      ...(by.id ? { id: by.id } : {}),
      ...(by.name ? { name: by.name } : {}),
    });
  }

  /** @throws FupanError FORBIDDEN, VALIDATION, ALREADY_EXISTS for the name, NOT_FOUND for what it names */
  async create(tx: TxCtx, input: ServiceCreate): Promise<ServiceEntity> {
    if (!mayService(tx.actor, 'edit')) throw new ForbiddenError();
    const values = checked(createSchema, input);
    await this.#requireTeam(tx, values.ownerTeamId);
    const row: ServiceEntity = {
      id: newId(),
      version: 1,
      name: values.name,
      tier: values.tier,
      businessFunction: values.businessFunction ?? null,
      redundancy: values.redundancy ?? null,
      ownerTeamId: values.ownerTeamId ?? null,
      createdAt: tx.clock.now(),
      archivedAt: null,
    };
    await refuseTaken(() => insertRows(tx, ServiceEntity, [row]), row.name, NAME);
    await this.#writeDependencies(tx, row.id, values.dependsOnIds);
    return row;
  }

  /**
   * Changes what is given; the list of dependencies is replaced as a whole.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, CONFLICT, ALREADY_EXISTS for the name
   */
  async update(tx: TxCtx, id: string, input: ServiceUpdate): Promise<ServiceEntity> {
    const row = await this.#require(tx, 'edit', id);
    const { expectedVersion, dependsOnIds, ...changes } = checked(updateSchema, input);
    await this.#requireTeam(tx, changes.ownerTeamId);
    const updated = await refuseTaken(
      () => updateVersioned(tx, ServiceEntity, row, expectedVersion, given(changes)),
      changes.name ?? '',
      NAME,
    );
    await this.#writeDependencies(tx, id, dependsOnIds);
    if (updated.name !== row.name || updated.ownerTeamId !== row.ownerTeamId) {
      await this.history.touched(tx, await caseIdsOfService(tx.db, id));
    }
    return updated;
  }

  /** For a service that is no more. @throws FupanError WRONG_STATE if it is archived already */
  async archive(tx: TxCtx, id: string): Promise<ServiceEntity> {
    return setArchived(tx, ServiceEntity, await this.#require(tx, 'edit', id), true);
  }

  /** @throws FupanError WRONG_STATE if it is not archived */
  async restore(tx: TxCtx, id: string): Promise<ServiceEntity> {
    return setArchived(tx, ServiceEntity, await this.#require(tx, 'edit', id), false);
  }

  /** @throws FupanError IN_USE if an incident struck it */
  async delete(tx: TxCtx, id: string): Promise<ServiceEntity> {
    const row = await this.#require(tx, 'delete', id);
    await deleteUnused(tx, ServiceEntity, id);
    return row;
  }

  async #require(tx: TxCtx, act: 'edit' | 'delete', id: string): Promise<ServiceEntity> {
    if (!mayService(tx.actor, act)) throw new ForbiddenError();
    const row = await tx.db.findOneBy(ServiceEntity, { id });
    if (!row) throw new NotFoundError('service', ['id']);
    return row;
  }

  async #requireTeam(tx: TxCtx, id: string | null | undefined): Promise<void> {
    if (id !== null && id !== undefined && !(await tx.db.existsBy(TeamEntity, { id }))) {
      throw new NotFoundError('team', ['input', 'ownerTeamId']);
    }
  }

  /** Two services may well need each other; none needs itself. */
  async #writeDependencies(
    tx: TxCtx,
    serviceId: string,
    dependsOnIds: readonly string[] | undefined,
  ): Promise<void> {
    if (!dependsOnIds) return;
    const field = ['input', 'dependsOnIds'];
    const wanted = new Set(dependsOnIds);
    if (wanted.has(serviceId)) throw new FupanError('VALIDATION', 'dependsOnSelf', {}, field);
    const found = await tx.db.countBy(ServiceEntity, { id: In([...wanted]) });
    if (found < wanted.size) throw new NotFoundError('service', field);
    await tx.db.delete(ServiceDependencyEntity, { serviceId });
    await insertRows(
      tx,
      ServiceDependencyEntity,
      [...wanted].map((dependsOnId) => ({ serviceId, dependsOnId })),
    );
  }
}
