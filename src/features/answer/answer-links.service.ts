import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../core/ctx.js';
import type { OutgoingLink } from '../../core/outgoing-message.js';
import { PublicUrl } from '../../core/public-url.js';
import { Signer } from '../../infra/signer.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { stateAfter } from '../action-item/action-item.states.js';
import { lastMovesOf, markOf } from './answer-mark.js';
import { answering, mayEdit } from './answer.service.js';
import { ANSWERS, MOVE_OF, written, type Answer } from './answer-token.js';

/** Where the answers are; kept out of logs as a query is. */
export const ANSWER_PATH = '/answer';

/** Days that a link in a mail can be answered by. */
const DAYS = 14;

/** Addresses by which an action can be answered, each where that is possible in its state. */
export type AnswerUrls = Readonly<Partial<Record<Answer, string>>>;

/** The addresses as links of a mail, by the words for each answer. */
export const answersAsLinks = (
  labels: Readonly<Record<Answer, string>>,
  urls: AnswerUrls,
): OutgoingLink[] =>
  ANSWERS.flatMap((answer) => {
    const url = urls[answer];
    return url === undefined ? [] : [{ label: labels[answer], url }];
  });

/** Makes the links by which people answer from their mail. */
@Injectable()
export class AnswerLinks {
  constructor(
    private readonly signer: Signer,
    private readonly publicUrl: PublicUrl,
  ) {}

  /**
   * The links for whoever `ctx` acts for, by the id of the action. They are for nobody else, and go
   * into nothing but a mail to that person. Actions that they may not change have none.
   */
  async linksFor(
    ctx: Ctx,
    items: readonly ActionItemEntity[],
  ): Promise<ReadonlyMap<string, AnswerUrls>> {
    const { actor } = ctx;
    if (actor.kind !== 'person') return new Map();
    const may = await this.#changeable(ctx, items);
    const lastMoves = await lastMovesOf(
      ctx,
      may.map(({ id }) => id),
    );
    const expiresAt = new Date(ctx.clock.now().getTime() + DAYS * 86_400_000);
    return new Map(
      may.map((item) => {
        const mark = markOf(item, lastMoves.get(item.id));
        const possible = ANSWERS.filter((answer) => stateAfter(item, MOVE_OF[answer]));
        const urls = possible.map((answer) => {
          const of = { answer, personId: actor.personId, actionItemId: item.id, mark, expiresAt };
          const query = new URLSearchParams({ token: written(this.signer, of) });
          return [answer, `${this.publicUrl.origin}${ANSWER_PATH}?${query.toString()}`];
        });
        return [item.id, Object.fromEntries(urls) as AnswerUrls];
      }),
    );
  }

  /** What they could change if they came here themselves. */
  async #changeable(ctx: Ctx, items: readonly ActionItemEntity[]): Promise<ActionItemEntity[]> {
    const { actor } = ctx;
    if (actor.kind !== 'person') return [];
    const theirs: Ctx = { ...ctx, actor: answering(actor.personId, actor.role, actor.readsDrafts) };
    const may = await Promise.all(items.map((item) => mayEdit(theirs, item.postmortemId)));
    return items.filter((_, at) => may[at]);
  }
}
