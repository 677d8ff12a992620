import { Field, ID, InterfaceType } from '@nestjs/graphql';

/** Whatever has an id of its own. */
@InterfaceType('Node', { description: 'Whatever has an id of its own and can be asked for by it.' })
export abstract class NodeType {
  @Field(() => ID, { description: 'Opaque and stable; never reused.' })
  id!: string;
}
