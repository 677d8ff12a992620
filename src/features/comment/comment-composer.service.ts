import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull } from 'typeorm';

import { personIdOf } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import type { OutgoingMessage } from '../../core/outgoing-message.js';
import { PublicUrl } from '../../core/public-url.js';
import { clip, onOneLine } from '../../core/text/clip.js';
import { COMMENT_MAIL_WORDS } from '../../locales/comment-mail.js';
import type { DeliveryEntity } from '../delivery/delivery.entity.js';
import { Composers } from '../delivery/delivery.service.js';
import { mailPreferencesOf } from '../mail-preference/mail-preference.loaders.js';
import { Unsubscribe } from '../mail-preference/unsubscribe.service.js';
import { MailTemplates } from '../mail-template/mail-template.service.js';
import { personById } from '../people/people.loaders.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import { COMMENTS } from './comment-notices.service.js';
import {
  CommentEntity,
  CommentNoticeEntity,
  NOTICE_REASONS,
  type NoticeReason,
} from './comment.entity.js';

/** What the templates in `templates/comments` may name. */
const FIELDS = {
  comments: {
    name: true,
    first: true,
    others: true,
    sections: { heading: true, lines: { title: true, url: true, excerpt: true } },
    more: true,
    settings: true,
  },
} as const;

/** Comments in one mail; the pages that it leads to have the others. */
const SHOWN = 20;
/** Comments that are looked through for one mail. */
const MOST = 500;
const MOST_OF_EXCERPT = 200;
const MOST_OF_TITLE = 120;

/** A comment as its reader may see it now. */
interface News {
  readonly comment: CommentEntity;
  readonly postmortem: PostmortemEntity;
  readonly reason: NoticeReason;
}

/** Composes what tells somebody of comments at the moment of sending: what is gone by then is not in it. */
@Injectable()
export class CommentComposer implements OnModuleInit {
  readonly #templates = new MailTemplates('comments', FIELDS);

  constructor(
    private readonly composers: Composers,
    private readonly unsubscribe: Unsubscribe,
    private readonly publicUrl: PublicUrl,
  ) {}

  onModuleInit(): void {
    this.composers.register(COMMENTS, (ctx, delivery) => this.#compose(ctx, delivery));
  }

  async #compose(ctx: Ctx, { id }: DeliveryEntity): Promise<OutgoingMessage | null> {
    const personId = personIdOf(ctx.actor);
    if (personId === null) return null;
    const { comments: isWanted } = await mailPreferencesOf(ctx).load(personId);
    const person = await personById(ctx).load(personId);
    if (!isWanted || !person) return null;
    const news = await newsOf(ctx, id);
    const [first] = news;
    if (!first) return null;
    const shown = news.slice(0, SHOWN);
    const cases = new Map(shown.map(({ postmortem }) => [postmortem.id, postmortem]));
    const sections = [...cases.values()].map(async (postmortem) => {
      const own = shown.filter((each) => each.postmortem.id === postmortem.id);
      return {
        heading: clip(`${postmortem.key} ${postmortem.title}`, MOST_OF_TITLE),
        lines: await Promise.all(own.map((each) => this.#line(ctx, each))),
      };
    });
    const others = news.length - 1;
    const message = this.#templates.message('comments', ctx.locale, {
      name: person.name,
      first: `${await titleOf(ctx, first)} · ${first.postmortem.key}`,
      others: others > 0 ? others : null,
      sections: await Promise.all(sections),
      more: news.length > shown.length ? news.length - shown.length : null,
      settings: `${this.publicUrl.origin}/settings?tab=mail`,
    });
    const unsubscribeUrl = this.unsubscribe.urlFor(personId, 'comments');
    return { ...message, mail: { ...message.mail, list: 'comments', unsubscribeUrl } };
  }

  async #line(ctx: Ctx, news: News) {
    const { comment, postmortem } = news;
    return {
      title: await titleOf(ctx, news),
      url: `${this.publicUrl.origin}/postmortems/${postmortem.key}?thread=${comment.threadId}`,
      excerpt: clip(onOneLine(comment.text), MOST_OF_EXCERPT),
    };
  }
}

/** What a delivery is to tell of, of what the reader may see now: the weightiest first, then in order. */
async function newsOf(ctx: Ctx, deliveryId: string): Promise<News[]> {
  const notices = await ctx.db.find(CommentNoticeEntity, { where: { deliveryId }, take: MOST });
  const reasons = new Map(notices.map(({ commentId, reason }) => [commentId, reason]));
  const comments = await ctx.db.findBy(CommentEntity, {
    id: In([...reasons.keys()]),
    removedAt: IsNull(),
  });
  const found = comments.map(async (comment): Promise<News | null> => {
    const postmortem = await postmortemById(ctx).load(comment.postmortemId);
    return postmortem && { comment, postmortem, reason: reasons.get(comment.id) ?? 'REPLIED' };
  });
  const weight = ({ reason }: News): number => NOTICE_REASONS.indexOf(reason);
  return (await Promise.all(found))
    .filter((each) => each !== null)
    .sort(
      (one, other) =>
        weight(one) - weight(other) ||
        one.comment.createdAt.getTime() - other.comment.createdAt.getTime(),
    );
}

async function titleOf(ctx: Ctx, { comment, reason }: News): Promise<string> {
  const words = COMMENT_MAIL_WORDS[ctx.locale];
  const { authorId } = comment;
  const author = authorId === null ? null : await personById(ctx).load(authorId);
  return words[reason](author?.name ?? 'fupan');
}
