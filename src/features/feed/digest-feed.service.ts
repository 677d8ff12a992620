import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';

import { personIdOf } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import { boundsOf, weekAt, weeksAfter } from '../../core/iso-week.js';
import type { OutgoingLine, OutgoingMessage } from '../../core/outgoing-message.js';
import { PublicUrl } from '../../core/public-url.js';
import { atomDocument, type AtomEntry } from '../../infra/feed/atom.js';
import { escapedHtml } from '../../infra/mail/mail-page.js';
import { FEED_WORDS } from '../../locales/feed.js';
import { DigestMessages, hasNews } from '../digest/digest-message.service.js';
import { DigestService, type Digest } from '../digest/digest.service.js';
import { personById } from '../people/people.loaders.js';
import { TeamService } from '../people/team.service.js';
import { calendarOfTeam } from '../work-calendar/work-calendar.loaders.js';

/** Weeks that a feed goes back. */
const WEEKS = 4;

/** What the feeds of a person, a team and the organization differ in. */
interface Series<Of extends Digest> {
  /** Whose it is: a UUID, and a word beside it. Never to be changed, or readers show weeks twice. */
  readonly of: readonly [id: string, word: string];
  readonly teamId: string;
  readonly title: string;
  /** Where the feed is, and where the page is that shows the same. */
  readonly self: string;
  readonly page: string;
  readonly digest: (week: string) => Promise<Of | null>;
  readonly message: (digest: Of) => Promise<OutgoingMessage>;
}

/**
 * Feeds of the last weeks that are over and have something to tell, in the language of the context.
 * A week says the same whenever it is asked for, as far as the caller may read it now.
 */
@Injectable()
export class DigestFeeds {
  constructor(
    private readonly digests: DigestService,
    private readonly messages: DigestMessages,
    private readonly teams: TeamService,
    private readonly publicUrl: PublicUrl,
  ) {}

  /** The weeks of the caller; null for a program that is nobody. */
  async ofCaller(ctx: Ctx): Promise<string | null> {
    const personId = personIdOf(ctx.actor);
    const person = personId === null ? null : await personById(ctx).load(personId);
    if (!person) return null;
    return this.#feed(ctx, {
      of: [person.id, 'person'],
      teamId: '',
      title: FEED_WORDS[ctx.locale].ownDigest,
      self: '/feeds/digest.atom',
      page: '/digest',
      digest: (week) => this.digests.ofCaller(ctx, week),
      message: (digest) => this.messages.ofPerson(ctx, digest, person.name),
    });
  }

  /** The weeks of a team; null if there is no such team or the caller may not read it. */
  async ofTeam(ctx: Ctx, teamKey: string): Promise<string | null> {
    const team = await this.teams.find(ctx, { key: teamKey });
    if (!team) return null;
    const key = encodeURIComponent(team.key);
    return this.#feed(ctx, {
      of: [team.id, 'team'],
      teamId: team.id,
      title: FEED_WORDS[ctx.locale].teamDigest(team.name),
      self: `/feeds/digest/${key}.atom`,
      page: `/teams/${key}/digest`,
      digest: (week) => this.digests.ofTeam(ctx, team.key, week),
      message: (digest) => this.messages.ofTeam(ctx, digest),
    });
  }

  /** The weeks of the organization, as the caller may read them; null for a program that is nobody. */
  async ofOrganization(ctx: Ctx): Promise<string | null> {
    const personId = personIdOf(ctx.actor);
    if (personId === null) return null;
    return this.#feed(ctx, {
      of: [personId, 'organization'],
      teamId: '',
      title: FEED_WORDS[ctx.locale].organizationDigest,
      self: '/feeds/organization/digest.atom',
      page: '/organization/digest',
      digest: (week) => this.digests.ofOrganization(ctx, week),
      message: (digest) => this.messages.ofOrganization(ctx, digest),
    });
  }

  async #feed<Of extends Digest>(ctx: Ctx, series: Series<Of>): Promise<string | null> {
    const { zone } = await calendarOfTeam(ctx).load(series.teamId);
    const thisWeek = weekAt(ctx.clock.now(), zone);
    const [id, word] = series.of;
    const entries: AtomEntry[] = [];
    for (let back = 1; back <= WEEKS; back++) {
      const { text: week } = weeksAfter(thisWeek, -back);
      const digest = await series.digest(week);
      if (!digest) return null;
      if (!hasNews(digest) && !digest.teams.some(tells)) continue;
      const message = await series.message(digest);
      entries.push({
        id: `urn:uuid:${v5(`${word} ${week}`, id)}`,
        title: message.title,
        updated: digest.until,
        url: this.#url(`${series.page}?week=${week}`),
        content: contentOf(message),
      });
    }
    return atomDocument({
      id: `urn:uuid:${v5(word, id)}`,
      title: series.title,
      // The last week that is over, whether or not there was anything to tell of it.
      updated: boundsOf(thisWeek, zone).from,
      language: ctx.locale,
      author: 'fupan',
      self: this.#url(series.self),
      url: this.#url(series.page),
      entries,
    });
  }

  #url(path: string): string {
    return `${this.publicUrl.origin}${path}`;
  }
}

/** Whether a digest within another one has something to tell of its own. */
const tells = (of: Digest['teams'][number]): boolean => 'sections' in of && hasNews(of as Digest);

/** A message as the HTML of an entry: plain elements, which readers dress themselves. */
function contentOf({ intro, sections, links = [] }: OutgoingMessage): string {
  return [
    ...(intro === undefined ? [] : [`<p>${escapedHtml(intro)}</p>`]),
    ...sections.map(
      ({ heading, lines }) =>
        `<h2>${escapedHtml(heading)}</h2><ul>${lines.map(itemOf).join('')}</ul>`,
    ),
    ...links.map(({ label, url }) => `<p>${linkTo(url, label)}</p>`),
  ].join('\n');
}

function itemOf({ text, url, note }: OutgoingLine): string {
  const what = url === undefined ? escapedHtml(text) : linkTo(url, text);
  return `<li>${what}${note === undefined ? '' : ` <em>${escapedHtml(note)}</em>`}</li>`;
}

const linkTo = (url: string, text: string): string =>
  `<a href="${escapedHtml(url)}">${escapedHtml(text)}</a>`;
