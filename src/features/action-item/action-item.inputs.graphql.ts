import { Field, ID, InputType, Int } from '@nestjs/graphql';

import type { ActionPriority, ActionType } from '../../core/vocabulary.js';
import { payloadType } from '../../infra/graphql/payload.js';
import { DayScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import { ActionPriorityEnum, ActionTypeEnum } from '../../infra/graphql/vocabulary.graphql.js';
import { ActionItem } from './action-item.graphql.js';

/** What a new item and a changed one have in common. */
@InputType({ isAbstract: true })
abstract class ActionItemValues {
  @Field(() => MarkdownScalar, { nullable: true, description: 'At most 20,000 characters.' })
  detail?: string | null;

  @Field(() => MarkdownScalar, {
    nullable: true,
    description: 'What will be true once it is done; at most 20,000 characters.',
  })
  doneWhen?: string | null;

  @Field(() => ActionTypeEnum, { nullable: true, description: 'What it is for.' })
  type?: ActionType | null;

  @Field(() => ActionPriorityEnum, { nullable: true, description: 'How soon.' })
  priority?: ActionPriority | null;

  @Field(() => ID, { nullable: true, description: 'The person who sees to it.' })
  ownerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The team that answers for it.' })
  teamId?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'When it is due.' })
  dueOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Where another tracker follows it.' })
  trackerUrl?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Place among the action items of the case, from 0. A new one: the end.',
  })
  place?: number | null;
}

@InputType({ description: 'A new action item; it begins as a proposal.' })
export class ActionItemCreateInput extends ActionItemValues {
  @Field(() => ID, { description: 'The case it comes from.' })
  postmortemId!: string;

  @Field({ description: 'Verb first, outcome stated, end defined; at most 500 characters.' })
  title!: string;
}

@InputType({
  description: 'Changes to an action item. What is left out stays; null takes a value away.',
})
export class ActionItemUpdateInput extends ActionItemValues {
  @Field(() => Int, {
    nullable: true,
    description: 'The version the change was made from; left out, it overwrites what is there.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  title?: string;
}

@InputType({
  description: 'Who promises it and until when; what the item has already may be left out.',
})
export class ActionItemCommitInput {
  @Field(() => ID, { nullable: true, description: 'The person who sees to it.' })
  ownerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The team that answers for it.' })
  teamId?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'When it is due.' })
  dueOn?: string | null;

  @Field(() => MarkdownScalar, {
    nullable: true,
    description:
      'What will be true once it is done; needed where the title does not say where it ends.',
  })
  doneWhen?: string | null;
}

@InputType({ description: 'A later due date for what is promised, and why.' })
export class ActionItemExtendInput {
  @Field(() => DayScalar, { description: 'Later than the one it has.' })
  dueOn!: string;

  @Field({ description: 'At most 20,000 characters; kept in the history.' })
  reason!: string;
}

@InputType({ description: 'What shows that it is done.' })
export class ActionItemCompleteInput {
  @Field(() => MarkdownScalar, {
    nullable: true,
    description:
      'A link, a few words or a file of the case; 20,000 characters. May be left out only where the organization does not ask for it.',
  })
  evidence?: string | null;
}

@InputType({ description: 'Who has checked it.' })
export class ActionItemVerifyInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Anybody but the owner. Default: whoever asks.',
  })
  verifierId?: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'When to ask whether it came back. Default: as many weeks on as the organization says.',
  })
  effectCheckOn?: string | null;
}

@InputType({ description: 'What the effect check found.' })
export class ActionItemConfirmEffectInput {
  @Field(() => String, { nullable: true, description: 'At most 20,000 characters.' })
  note?: string | null;
}

@InputType({ description: 'Why an action item is rejected.' })
export class ActionItemRejectInput {
  @Field({ description: 'At most 20,000 characters.' })
  reason!: string;
}

@InputType({ description: 'Why an action item is taken up again.' })
export class ActionItemReopenInput {
  @Field({ description: 'At most 20,000 characters; kept in the history of the case.' })
  reason!: string;
}

@InputType({ description: 'Why an action item is set aside, until when, and who agreed.' })
export class ActionItemPauseInput {
  @Field({ description: 'At most 20,000 characters.' })
  reason!: string;

  @Field(() => ID, { description: 'The person who agreed, not the owner.' })
  approverId!: string;

  @Field(() => DayScalar, { description: 'A day to come.' })
  until!: string;
}

const payload = (typeName: string) => payloadType(typeName, 'actionItem', () => ActionItem);
export const ActionItemCreatePayload = payload('ActionItemCreatePayload');
export const ActionItemUpdatePayload = payload('ActionItemUpdatePayload');
export const ActionItemCommitPayload = payload('ActionItemCommitPayload');
export const ActionItemStartPayload = payload('ActionItemStartPayload');
export const ActionItemExtendPayload = payload('ActionItemExtendPayload');
export const ActionItemCompletePayload = payload('ActionItemCompletePayload');
export const ActionItemVerifyPayload = payload('ActionItemVerifyPayload');
export const ActionItemConfirmEffectPayload = payload('ActionItemConfirmEffectPayload');
export const ActionItemRejectPayload = payload('ActionItemRejectPayload');
export const ActionItemPausePayload = payload('ActionItemPausePayload');
export const ActionItemResumePayload = payload('ActionItemResumePayload');
export const ActionItemReopenPayload = payload('ActionItemReopenPayload');
export const ActionItemDeletePayload = payload('ActionItemDeletePayload');
