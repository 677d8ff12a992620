import { ArgsType, Field, Int } from '@nestjs/graphql';

/** `first` and `after`, for every list. */
@ArgsType()
export class PagingArgs {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of an earlier page; null for the first.',
  })
  after?: string;
}

/** The same for lists that screens offer to choose from, such as people and services. */
@ArgsType()
export class ChoicePagingArgs extends PagingArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many, 1 to 100.' })
  override first!: number;
}
