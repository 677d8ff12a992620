import { ArgsType, Field, Int } from '@nestjs/graphql';

/** `first` and `after`, for every list. */
@ArgsType()
export class PagingArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of an earlier page; null for the first.',
  })
  after?: string;
}
