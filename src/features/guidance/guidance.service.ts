import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { checked, text } from '../../core/validation.js';
import { insertRows } from '../../infra/database/insert.js';
import { improvementPolicyOf } from '../improvement-policy/improvement-policy.service.js';
import { LanguageCheck, type LanguageFinding } from '../language-check/language-check.service.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { TemplateService } from '../template/template.service.js';
import { AdviceDismissalEntity } from './advice-dismissal.entity.js';
import { advisedCase, namesOfPeople, textsOf } from './case-facts.read.js';
import { languageOf, type CaseLanguageFinding } from './case-language.js';
import { completenessOf, type Advice } from './completeness.js';
import { dismissalsOf } from './guidance.loaders.js';
import { markOf } from './mark.js';

export type Marked<Found> = Found & {
  readonly mark: string;
  readonly postmortemId: string;
  /** Null while nobody has put it aside. */
  readonly dismissal: AdviceDismissalEntity | null;
};

/** What a case lacks, and how far it is. */
export interface CaseCompleteness {
  readonly advice: readonly Marked<Advice>[];
  readonly met: number;
  readonly asked: number;
}

const dismissal = z.object({ mark: z.string().max(255), reason: text.entry });
export type DismissalInput = z.input<typeof dismissal>;

/** Advice on a case while it is written. It never blocks anything. */
@Injectable()
export class Guidance {
  constructor(
    private readonly access: CaseAccess,
    private readonly check: LanguageCheck,
    private readonly templates: TemplateService,
  ) {}

  /** What a case that the caller has lacks. What was put aside counts as met. */
  async completeness(ctx: Ctx, row: PostmortemEntity): Promise<CaseCompleteness> {
    const [{ facts, words }, { timelineGapMinutes }, dismissals] = await Promise.all([
      advisedCase(ctx, row, this.templates),
      improvementPolicyOf(ctx),
      dismissalsOf(ctx).load(row.id),
    ]);
    const { advice, met, asked } = completenessOf(facts, timelineGapMinutes);
    const marked = advice.map((each) =>
      withDismissal({ ...each, mark: markOfAdvice(each, words), postmortemId: row.id }, dismissals),
    );
    const aside = marked.filter((each) => each.dismissal !== null).length;
    return { advice: marked, met: met + aside, asked };
  }

  /** What the language check finds in a case that the caller has. */
  async language(ctx: Ctx, row: PostmortemEntity): Promise<Marked<CaseLanguageFinding>[]> {
    const [texts, people, dismissals] = await Promise.all([
      textsOf(ctx, row),
      namesOfPeople(ctx),
      dismissalsOf(ctx).load(row.id),
    ]);
    return languageOf(this.check, texts, people).map((each) =>
      withDismissal({ ...each, postmortemId: row.id }, dismissals),
    );
  }

  /** What the language check finds in a text that is being written; nothing is stored. */
  async languageOfText(ctx: Ctx, written: string): Promise<LanguageFinding[]> {
    const { text: prose } = checked(z.object({ text: text.prose }), { text: written }, []);
    return this.check.check(prose, await namesOfPeople(ctx));
  }

  /**
   * Puts advice on a case aside.
   * @throws FupanError NOT_FOUND also for advice that the case does not have, FORBIDDEN, VALIDATION
   */
  async dismiss(tx: TxCtx, postmortemId: string, input: DismissalInput): Promise<PostmortemEntity> {
    const { mark, reason } = checked(dismissal, input);
    const row = await this.access.requireAside(tx, 'edit', postmortemId, ['postmortemId']);
    const [{ advice }, findings] = await Promise.all([
      this.completeness(tx, row),
      this.language(tx, row),
    ]);
    const found = [...advice, ...findings].find((each) => each.mark === mark);
    if (!found) throw new NotFoundError('advice', ['input', 'mark']);
    if (found.dismissal !== null) throw new FupanError('WRONG_STATE', 'adviceAside', {});
    await insertRows(tx, AdviceDismissalEntity, [
      {
        id: newId(),
        postmortemId,
        mark,
        reason,
        personId: personIdOf(tx.actor),
        at: tx.clock.now(),
      },
    ]);
    return row;
  }

  /** Takes advice up again. @throws FupanError NOT_FOUND also where it was not put aside, FORBIDDEN */
  async restore(tx: TxCtx, postmortemId: string, mark: string): Promise<PostmortemEntity> {
    const row = await this.access.requireAside(tx, 'edit', postmortemId, ['postmortemId']);
    const aside = await tx.db.findOneBy(AdviceDismissalEntity, { postmortemId, mark });
    if (!aside) throw new NotFoundError('advice', ['mark']);
    await tx.db.delete(AdviceDismissalEntity, { id: aside.id });
    return row;
  }
}

function markOfAdvice({ kind, ...subjects }: Advice, words: ReadonlyMap<string, string>): string {
  const about = Object.values<readonly string[]>(subjects).flat();
  return markOf(
    kind,
    about.map((part) => words.get(part) ?? part),
  );
}

function withDismissal<Found extends Pick<Marked<object>, 'mark' | 'postmortemId'>>(
  found: Found,
  dismissals: readonly AdviceDismissalEntity[],
): Marked<Found> {
  return { ...found, dismissal: dismissals.find(({ mark }) => mark === found.mark) ?? null };
}
