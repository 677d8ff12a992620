import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { roleAllows } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError } from '../../core/errors.js';
import { checked } from '../../core/validation.js';
import { updateSingleRow } from '../../infra/database/single-row.js';
import { given } from '../../infra/database/versioned.js';
import { ImprovementPolicyEntity } from './improvement-policy.entity.js';
import {
  DEFAULT_RULES,
  improvementRules,
  type ImprovementRules,
} from '../../core/improvement-rules.js';

const updateSchema = z.object({
  expectedVersion: z.number().int().nullish(),
  ...improvementRules.partial().shape,
});
/** What is left out stays as it is. */
export type ImprovementPolicyUpdate = z.input<typeof updateSchema>;

/** All rules as they hold, and how often they were changed. */
export type ImprovementPolicy = ImprovementRules & Pick<ImprovementPolicyEntity, 'version'>;

const ID = 'policy';
const UNSAID: ImprovementPolicyEntity = { id: ID, version: 0, rules: {} };

/** What the organization asks of its improvements. */
@Injectable()
export class ImprovementPolicyService {
  /** The rules as they hold now. For the program itself: who may see them is asked at the door. */
  find(ctx: Ctx): Promise<ImprovementPolicy> {
    return improvementPolicyOf(ctx);
  }

  /** @throws FupanError FORBIDDEN, VALIDATION, CONFLICT */
  async update(tx: TxCtx, input: ImprovementPolicyUpdate): Promise<ImprovementPolicy> {
    if (!roleAllows(tx.actor, 'administer')) throw new ForbiddenError();
    const { expectedVersion, ...changes } = checked(updateSchema, input);
    const row = await rowOf(tx);
    const rules = { ...row.rules, ...given(changes) };
    return policyOf(
      await updateSingleRow(tx, ImprovementPolicyEntity, row, expectedVersion, { rules }),
    );
  }
}

/** The rules as they hold now, for whoever has no service at hand. */
export async function improvementPolicyOf(ctx: Ctx): Promise<ImprovementPolicy> {
  return policyOf(await rowOf(ctx));
}

async function rowOf(ctx: Ctx): Promise<ImprovementPolicyEntity> {
  return (await ctx.db.findOneBy(ImprovementPolicyEntity, { id: ID })) ?? UNSAID;
}

function policyOf({ rules, version }: ImprovementPolicyEntity): ImprovementPolicy {
  return { ...DEFAULT_RULES, ...rules, version };
}
