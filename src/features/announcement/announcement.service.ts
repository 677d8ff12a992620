import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import type { OutgoingMessage } from '../../core/outgoing-message.js';
import { PublicUrl } from '../../core/public-url.js';
import { clip, onOneLine } from '../../core/text/clip.js';
import { plainText } from '../../core/text/plain-text.js';
import { ChannelEntity } from '../channel/channel.entity.js';
import type { DeliveryEntity } from '../delivery/delivery.entity.js';
import { Composers, promiseDelivery } from '../delivery/delivery.service.js';
import { affectedServicesOf, incidentById } from '../incident/incident.loaders.js';
import { MailTemplates } from '../mail-template/mail-template.service.js';
import { teamById } from '../people/people.loaders.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { incidentIdsOf, postmortemById } from '../postmortem/postmortem.loaders.js';
import { serviceById } from '../service-catalog/service.loaders.js';
import { approvalOf } from '../sign-off/approval.loaders.js';

/** Who composes what is told of a published case. */
const PUBLISHED = 'PUBLISHED';

/** Channels that are told of one case. */
const MOST_CHANNELS = 500;
const MOST_OF_SUMMARY = 300;

/** What the templates in `templates/announcement` may name. */
const FIELDS = {
  published: {
    key: true,
    title: true,
    url: true,
    severity: true,
    services: true,
    teams: true,
    summary: true,
  },
} as const;

/**
 * Promises to tell the channels of the organization, and of the teams that a case concerns, that it
 * was published: each once, however often it is published. A restricted case is told nowhere.
 */
export async function announcePublication(
  tx: TxCtx,
  { id: postmortemId, visibility }: PostmortemEntity,
): Promise<void> {
  if (visibility !== 'ORGANIZATION') return;
  const { teams } = await approvalOf(tx).load(postmortemId);
  const concerned = new Set<string | null>([null, ...teams.map(({ teamId }) => teamId)]);
  const channels = await tx.db.find(ChannelEntity, {
    where: { archivedAt: IsNull() },
    order: { id: 'ASC' },
    take: MOST_CHANNELS,
  });
  for (const { id: channelId, teamId, topics } of channels) {
    if (!concerned.has(teamId) || topics?.includes('PUBLICATIONS') === false) continue;
    await promiseDelivery(tx, {
      kind: PUBLISHED,
      dedupeKey: `${PUBLISHED} ${postmortemId} channel ${channelId}`,
      to: { channelId },
      subject: { postmortemId },
    });
  }
}

/** Says what is told of a published case, at the moment of sending: what is not open any more is not told. */
@Injectable()
export class Announcements implements OnModuleInit {
  readonly #templates = new MailTemplates('announcement', FIELDS);

  constructor(
    private readonly composers: Composers,
    private readonly publicUrl: PublicUrl,
  ) {}

  onModuleInit(): void {
    this.composers.register(PUBLISHED, (ctx, delivery) => this.#compose(ctx, delivery));
  }

  async #compose(ctx: Ctx, { subject }: DeliveryEntity): Promise<OutgoingMessage | null> {
    const postmortem = await postmortemById(ctx).load(String(subject['postmortemId']));
    if (postmortem?.status !== 'PUBLISHED') return null;
    const { id, key, title, summary } = postmortem;
    const incidents = await Promise.all(
      (await incidentIdsOf(ctx).load(id)).map((each) => incidentById(ctx).load(each)),
    );
    const known = incidents.filter((incident) => incident !== null);
    const affected = await Promise.all(known.map((each) => affectedServicesOf(ctx).load(each.id)));
    const services = await Promise.all(
      affected.flat().map(({ serviceId }) => serviceById(ctx).load(serviceId)),
    );
    const { teams } = await approvalOf(ctx).load(id);
    const named = await Promise.all(teams.map(({ teamId }) => teamById(ctx).load(teamId)));
    return this.#templates.message('published', ctx.locale, {
      ...{ key, title: onOneLine(title), url: `${this.publicUrl.origin}/postmortems/${key}` },
      severity: known.map(({ severity }) => severity ?? '').sort()[0] || null,
      services: namesOf(services),
      teams: namesOf(named),
      summary: clip(onOneLine(plainText(summary)), MOST_OF_SUMMARY) || null,
    });
  }
}

/** Names, each once, one after the other; null for none, so that a template can ask. */
function namesOf(all: readonly ({ readonly name: string } | null)[]): string | null {
  const names = new Set(all.flatMap((each) => (each === null ? [] : [each.name])));
  return names.size === 0 ? null : [...names].join(', ');
}
