import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { roleAllows } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { PublicUrl } from '../../core/public-url.js';
import { checked, text } from '../../core/validation.js';
import { TRACKER_PROVIDERS, type TrackerProvider } from '../../core/vocabulary.js';
import { setArchived } from '../../infra/database/archive.js';
import { insertRows } from '../../infra/database/insert.js';
import { given, updateVersioned } from '../../infra/database/versioned.js';
import { SecretBox } from '../../infra/secret-box.js';
import { TrackerConnectionEntity } from './tracker-connection.entity.js';
import { newTrackerSecret } from './tracker-signature.js';

/** Where trackers send what becomes of their issues; the id of the connection follows. */
export const TRACKER_HOOK_PATH = '/hooks/tracker';

/** After a rotation the secret before is good so long. */
const GRACE_MS = 86_400_000;

const project = text.name.refine((name) => !/\s/.test(name), { error: 'notAProject' });
const projects = z.array(project).max(LIMITS.shortList);
const createSchema = z.object({
  provider: z.enum(TRACKER_PROVIDERS),
  name: text.name,
  baseUrl: text.url,
  projects: projects.nullish(),
});
const updateSchema = z.object({
  name: text.name.optional(),
  baseUrl: text.url.optional(),
  projects: projects.nullish(),
  expectedVersion: z.number().int().nullish(),
});

export type TrackerConnectionCreate = z.input<typeof createSchema>;
export type TrackerConnectionUpdate = z.input<typeof updateSchema>;

/** A connection, and the secret that was just made for it. Nobody can see that again. */
export interface WithSecret {
  readonly row: TrackerConnectionEntity;
  readonly secret: string;
}

/** Keeps the trackers that tell what becomes of their issues. Administrators only. */
@Injectable()
export class TrackerConnections {
  constructor(
    private readonly box: SecretBox,
    private readonly publicUrl: PublicUrl,
  ) {}

  /** Those in use by name, then those that were archived; at most 200. @throws ForbiddenError */
  async list(ctx: Ctx): Promise<TrackerConnectionEntity[]> {
    requireAdministrator(ctx);
    const order = { name: 'ASC', id: 'ASC' } as const;
    const rows = await ctx.db.find(TrackerConnectionEntity, { order, take: LIMITS.shortList });
    const isArchived = (row: TrackerConnectionEntity) => row.archivedAt !== null;
    return [...rows.filter((row) => !isArchived(row)), ...rows.filter(isArchived)];
  }

  /** The address that the tracker sends to. */
  hookUrl({ id }: TrackerConnectionEntity): string {
    return `${this.publicUrl.origin}${TRACKER_HOOK_PATH}/${id}`;
  }

  /** @throws FupanError FORBIDDEN, VALIDATION */
  async create(tx: TxCtx, input: TrackerConnectionCreate): Promise<WithSecret> {
    requireAdministrator(tx);
    const { provider, name, baseUrl, projects: only } = checked(createSchema, input);
    if ((await tx.db.countBy(TrackerConnectionEntity, {})) >= LIMITS.shortList) {
      throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.shortList }, ['input']);
    }
    const id = newId();
    const secret = newTrackerSecret(provider);
    const row: TrackerConnectionEntity = {
      ...{ id, version: 1, provider, name },
      baseUrl: whereIs(provider, baseUrl),
      projects: asLines(only ?? null),
      secret: this.box.seal(secret, id),
      ...{ previousSecret: null, previousUntil: null },
      createdAt: tx.clock.now(),
      ...{ lastDeliveryAt: null, lastError: null, lastErrorAt: null, archivedAt: null },
    };
    await insertRows(tx, TrackerConnectionEntity, [row]);
    return { row, secret };
  }

  /** @throws FupanError FORBIDDEN, NOT_FOUND, VALIDATION, CONFLICT */
  async update(
    tx: TxCtx,
    id: string,
    input: TrackerConnectionUpdate,
  ): Promise<TrackerConnectionEntity> {
    const row = await this.#require(tx, id);
    const { expectedVersion, name, baseUrl, projects: only } = checked(updateSchema, input);
    return updateVersioned(tx, TrackerConnectionEntity, row, expectedVersion, {
      ...given({ name }),
      ...(baseUrl === undefined ? {} : { baseUrl: whereIs(row.provider, baseUrl) }),
      ...(only === undefined ? {} : { projects: asLines(only) }),
    });
  }

  /**
   * Makes a new secret. The one before is good for a day still, so that nothing is missed until the
   * tracker has the new one.
   * @throws FupanError FORBIDDEN, NOT_FOUND; WRONG_STATE if it is archived; CONFLICT
   */
  async rotateSecret(tx: TxCtx, id: string, expectedVersion?: number | null): Promise<WithSecret> {
    const row = await this.#require(tx, id);
    if (row.archivedAt !== null) {
      throw new FupanError('WRONG_STATE', 'alreadyInState', { status: 'ARCHIVED' }, ['id']);
    }
    const secret = newTrackerSecret(row.provider);
    const changed = await updateVersioned(tx, TrackerConnectionEntity, row, expectedVersion, {
      secret: this.box.seal(secret, id),
      previousSecret: row.secret,
      previousUntil: new Date(tx.clock.now().getTime() + GRACE_MS),
    });
    return { row: changed, secret };
  }

  /**
   * Listens to it no more.
   * @throws FupanError FORBIDDEN, NOT_FOUND; WRONG_STATE if it is archived
   */
  async archive(tx: TxCtx, id: string): Promise<TrackerConnectionEntity> {
    const row = await this.#require(tx, id);
    return setArchived(tx, TrackerConnectionEntity, row, true);
  }

  async #require(tx: TxCtx, id: string): Promise<TrackerConnectionEntity> {
    requireAdministrator(tx);
    const row = await tx.db.findOneBy(TrackerConnectionEntity, { id });
    if (!row) throw new NotFoundError('connection', ['id']);
    return row;
  }
}

function requireAdministrator({ actor }: Ctx): void {
  if (!roleAllows(actor, 'administer')) throw new ForbiddenError();
}

/** The projects of a connection; null for all. */
export const projectsOf = ({ projects: lines }: TrackerConnectionEntity): string[] | null =>
  lines === null ? null : lines.split('\n');

const asLines = (list: readonly string[] | null): string | null =>
  list === null || list.length === 0 ? null : list.join('\n');

/**
 * Where a tracker begins: GitHub and the Jira of Atlassian have a host of their own, the others may
 * share theirs.
 */
function whereIs(provider: TrackerProvider, address: string): string {
  const { protocol, host, hostname, pathname } = new URL(address);
  const ownsHost = provider === 'GITHUB' || hostname.endsWith('.atlassian.net');
  return `${protocol}//${host}${ownsHost ? '' : pathname.replace(/\/+$/, '')}`;
}
