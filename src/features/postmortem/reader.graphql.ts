import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'A person or a team, one of the two, whom a restricted case is open to.',
})
export class Reader {}

@InputType({ description: 'A person or a team, one of the two.' })
export class ReaderInput {
  @Field(() => ID, { nullable: true, description: 'Null or left out for a team.' })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Null or left out for a person.' })
  teamId?: string | null;
}
