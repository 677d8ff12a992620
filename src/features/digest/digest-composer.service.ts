import { Injectable, type OnModuleInit } from '@nestjs/common';

import { personIdOf } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import type { OutgoingMessage } from '../../core/outgoing-message.js';
import { USUAL_LEADERS } from '../../core/weekly-schedule.js';
import { actionItemById } from '../action-item/action-item.loaders.js';
import { AnswerLinks, type AnswerUrls } from '../answer/answer-links.service.js';
import type { DeliveryEntity } from '../delivery/delivery.entity.js';
import { Composers } from '../delivery/delivery.service.js';
import { mailPreferencesOf } from '../mail-preference/mail-preference.loaders.js';
import { Unsubscribe } from '../mail-preference/unsubscribe.service.js';
import { OrganizationEntity } from '../organization/organization.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity } from '../people/team.entity.js';
import { calendarOfTeam } from '../work-calendar/work-calendar.loaders.js';
import { DIGEST_KINDS } from './digest-due.read.js';
import { DigestMessages, hasNews } from './digest-message.service.js';
import { DigestService, type PersonDigest } from './digest.service.js';
import { boundsOf, weekOf, weeksAfter } from '../../core/iso-week.js';

/** Composes digests at the moment of sending, with what their readers may see by then. */
@Injectable()
export class DigestComposer implements OnModuleInit {
  constructor(
    private readonly composers: Composers,
    private readonly digests: DigestService,
    private readonly messages: DigestMessages,
    private readonly links: AnswerLinks,
    private readonly unsubscribe: Unsubscribe,
  ) {}

  onModuleInit(): void {
    const { team, person, leaders } = DIGEST_KINDS;
    this.composers.register(team, (ctx, delivery) => this.#team(ctx, delivery));
    this.composers.register(person, (ctx, delivery) =>
      this.#wanted(ctx, delivery, () => this.#person(ctx, delivery)),
    );
    this.composers.register(leaders, (ctx, delivery) =>
      this.#wanted(ctx, delivery, () => this.#leaders(ctx, delivery)),
    );
  }

  /** Nothing for who has left these mails; for all others with a link to do so. */
  async #wanted(
    ctx: Ctx,
    { personId }: DeliveryEntity,
    compose: () => Promise<OutgoingMessage | null>,
  ): Promise<OutgoingMessage | null> {
    if (personId === null) return compose();
    const { digest } = await mailPreferencesOf(ctx).load(personId);
    const message = digest ? await compose() : null;
    if (!message) return null;
    const unsubscribeUrl = this.unsubscribe.urlFor(personId, 'digest');
    return { ...message, mail: { ...message.mail, unsubscribeUrl } };
  }

  async #team(ctx: Ctx, { subject }: DeliveryEntity): Promise<OutgoingMessage | null> {
    const id = String(subject['teamId']);
    const week = String(subject['week']);
    const team = await ctx.db.findOneBy(TeamEntity, { id });
    if (!team || team.archivedAt || (await isStale(ctx, week, id))) return null;
    const digest = await this.digests.ofTeam(ctx, team.key, week);
    return digest && this.messages.ofTeam(ctx, digest);
  }

  async #person(ctx: Ctx, { subject }: DeliveryEntity): Promise<OutgoingMessage | null> {
    const week = String(subject['week']);
    const person = await ctx.db.findOneBy(PersonEntity, { id: personIdOf(ctx.actor) ?? '' });
    if (!person || (await isStale(ctx, week))) return null;
    const digest = await this.digests.ofCaller(ctx, week);
    // A mail that says nothing is one more to switch off; in a channel silence would look like a fault.
    if (!digest || ![digest, ...digest.teams].some(hasNews)) return null;
    return this.messages.ofPerson(ctx, digest, person.name, await this.#answers(ctx, digest));
  }

  /** Links for what they own: whoever has the mail can answer, so they are in nothing else. */
  async #answers(ctx: Ctx, { sections }: PersonDigest): Promise<ReadonlyMap<string, AnswerUrls>> {
    const ids = sections.flatMap(({ entries }) => entries.map(({ actionItemId }) => actionItemId));
    const items = await Promise.all([...new Set(ids)].map((id) => actionItemById(ctx).load(id)));
    const own = items.flatMap((item) => (item?.ownerId === personIdOf(ctx.actor) ? item : []));
    return this.links.linksFor(ctx, own);
  }

  async #leaders(ctx: Ctx, { subject, personId }: DeliveryEntity): Promise<OutgoingMessage | null> {
    const week = String(subject['week']);
    if ((await isStale(ctx, week)) || !(await this.#isLeader(ctx, personId))) return null;
    const digest = await this.digests.ofOrganization(ctx, week);
    return digest && this.messages.ofOrganization(ctx, digest);
  }

  /** Whether they are still among those it is for. A channel was made for it. */
  async #isLeader(ctx: Ctx, personId: string | null): Promise<boolean> {
    if (personId === null) return true;
    const [organization] = await ctx.db.find(OrganizationEntity, { take: 1 });
    const { personIds } = organization?.leadersDigest ?? USUAL_LEADERS;
    if (personIds) return personIds.includes(personId);
    return ctx.actor.kind === 'person' && ctx.actor.role === 'ADMIN';
  }
}

/** A week later the next digest is there: one that could not be sent for so long is not any more. */
async function isStale(ctx: Ctx, week: string, teamId = ''): Promise<boolean> {
  const { zone } = await calendarOfTeam(ctx).load(teamId);
  // A day of grace for zones that begin their week later.
  const { from } = boundsOf(weeksAfter(weekOf(week), 2), zone);
  return ctx.clock.now().getTime() >= from.getTime() + 86_400_000;
}
