import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { checked, text } from '../../core/validation.js';
import { CHANNEL_KINDS, CHANNEL_TOPICS, LANGUAGES } from '../../core/vocabulary.js';
import { setArchived } from '../../infra/database/archive.js';
import { insertRows } from '../../infra/database/insert.js';
import { given, updateVersioned } from '../../infra/database/versioned.js';
import { SecretBox } from '../../infra/secret-box.js';
import { TeamEntity, TeamMemberEntity } from '../people/team.entity.js';
import { ChannelEntity } from './channel.entity.js';
import { keepsAllChannels, mayKeepChannel } from './channel.policy.js';

const secret = z
  .string()
  .trim()
  .min(1)
  .max(LIMITS.name)
  .regex(/^[\x21-\x7e]+$/, { error: 'textBroken' });

const topics = z.array(z.enum(CHANNEL_TOPICS)).max(CHANNEL_TOPICS.length);

const createSchema = z.object({
  kind: z.enum(CHANNEL_KINDS),
  name: text.name,
  locale: z.enum(LANGUAGES),
  topics: topics.nullish(),
  webhook: text.url,
  secret: secret.nullish(),
  teamId: z.string().nullish(),
});
const updateSchema = z.object({
  name: text.name.optional(),
  locale: z.enum(LANGUAGES).optional(),
  topics: topics.optional(),
  webhook: text.url.optional(),
  secret: secret.nullish(),
  expectedVersion: z.number().int().nullish(),
});

export type ChannelCreate = z.input<typeof createSchema>;
export type ChannelUpdate = z.input<typeof updateSchema>;

/** Keeps the channels of the chats that fupan writes to. */
@Injectable()
export class Channels {
  constructor(private readonly box: SecretBox) {}

  /** Those that the caller keeps, by name; at most 200. */
  async list(ctx: Ctx): Promise<ChannelEntity[]> {
    const all = keepsAllChannels(ctx.actor);
    const teamIds = all ? [] : await this.#ledBy(ctx);
    const rows = await ctx.db.find(ChannelEntity, {
      where: all ? {} : { teamId: In(teamIds) },
      order: { name: 'ASC', id: 'ASC' },
      take: LIMITS.shortList,
    });
    return rows.filter((row) =>
      mayKeepChannel(ctx.actor, {
        isOfTeam: row.teamId !== null,
        isLead: teamIds.includes(row.teamId ?? ''),
      }),
    );
  }

  /** @throws FupanError FORBIDDEN, VALIDATION, NOT_FOUND for the team */
  async create(tx: TxCtx, input: ChannelCreate): Promise<ChannelEntity> {
    const teamId = input.teamId ?? null;
    if (!(await this.#mayKeep(tx, teamId))) throw new ForbiddenError();
    const values = checked(createSchema, input);
    if (teamId !== null && !(await tx.db.existsBy(TeamEntity, { id: teamId }))) {
      throw new NotFoundError('team', ['input', 'teamId']);
    }
    if ((await tx.db.countBy(ChannelEntity, {})) >= LIMITS.shortList) {
      throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.shortList }, ['input']);
    }
    const id = newId();
    const row: ChannelEntity = {
      id,
      version: 1,
      teamId,
      kind: values.kind,
      name: values.name,
      locale: values.locale,
      topics: values.topics ?? null,
      ...this.#sealed(id, values),
      createdAt: tx.clock.now(),
      lastSentAt: null,
      lastError: null,
      archivedAt: null,
    };
    await insertRows(tx, ChannelEntity, [row]);
    return row;
  }

  /** @throws FupanError NOT_FOUND, VALIDATION, CONFLICT */
  async update(tx: TxCtx, id: string, input: ChannelUpdate): Promise<ChannelEntity> {
    const row = await this.require(tx, id);
    const { expectedVersion, webhook, secret: signing, ...values } = checked(updateSchema, input);
    return updateVersioned(tx, ChannelEntity, row, expectedVersion, {
      ...given(values),
      ...(webhook === undefined ? {} : this.#address(id, webhook)),
      ...(signing === undefined ? {} : this.#signing(id, signing)),
      // What went wrong was about what it was before.
      ...(webhook === undefined && signing === undefined ? {} : { lastError: null }),
    });
  }

  /** Nothing is sent there any more. @throws FupanError NOT_FOUND, WRONG_STATE if it is archived */
  async archive(tx: TxCtx, id: string): Promise<ChannelEntity> {
    return setArchived(tx, ChannelEntity, await this.require(tx, id), true);
  }

  /** @throws FupanError NOT_FOUND, WRONG_STATE if it is not archived */
  async restore(tx: TxCtx, id: string): Promise<ChannelEntity> {
    return setArchived(tx, ChannelEntity, await this.require(tx, id), false);
  }

  /** With what waits to be sent there. @throws FupanError NOT_FOUND */
  async delete(tx: TxCtx, id: string): Promise<ChannelEntity> {
    const row = await this.require(tx, id);
    await tx.db.delete(ChannelEntity, { id });
    return row;
  }

  /** A channel that the caller keeps. @throws FupanError NOT_FOUND */
  async require(ctx: Ctx, id: string): Promise<ChannelEntity> {
    const row = await ctx.db.findOneBy(ChannelEntity, { id });
    if (!row || !(await this.#mayKeep(ctx, row.teamId))) throw new NotFoundError('channel', ['id']);
    return row;
  }

  async #mayKeep(ctx: Ctx, teamId: string | null): Promise<boolean> {
    const isOfTeam = teamId !== null;
    const personId = personIdOf(ctx.actor);
    const isLead =
      isOfTeam &&
      personId !== null &&
      (await ctx.db.existsBy(TeamMemberEntity, { teamId, personId, role: 'LEAD' }));
    return mayKeepChannel(ctx.actor, { isOfTeam, isLead });
  }

  async #ledBy(ctx: Ctx): Promise<string[]> {
    const personId = personIdOf(ctx.actor) ?? '';
    const rows = await ctx.db.find(TeamMemberEntity, {
      where: { personId, role: 'LEAD' },
      take: LIMITS.shortList,
    });
    return rows.map(({ teamId }) => teamId);
  }

  #sealed(id: string, values: { webhook: string; secret?: string | null | undefined }) {
    return { ...this.#address(id, values.webhook), ...this.#signing(id, values.secret ?? null) };
  }

  #address(id: string, webhook: string) {
    const address = `${new URL(webhook).host}/…${webhook.slice(-4)}`.slice(-LIMITS.name);
    return { webhook: this.box.seal(webhook, id), address };
  }

  #signing(id: string, signing: string | null) {
    return { secret: signing === null ? null : this.box.seal(signing, id) };
  }
}
