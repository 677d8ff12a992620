import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';

import type { Page } from '../../core/paging.js';

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field({ description: 'Whether more follows.' })
  hasNextPage!: boolean;

  @Field({ description: 'Whether this page was asked for with `after`.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What to pass as `after` for the next page; null on an empty page.',
  })
  endCursor!: string | null;
}

/**
 * Makes the Relay connection of a node type: `nodes`, `edges`, `pageInfo`, `totalCount`. A `Page`
 * answers it as it is; `totalCount` is a getter, so that it costs nothing where it is not asked for.
 */
export function connectionType<Node>(
  typeName: string,
  nodeType: () => Type<Node>,
): Type<Page<Node>> {
  @ObjectType(`${typeName}Edge`, { description: `A ${typeName} and its place in the list.` })
  class Edge {
    @Field({ description: 'Opaque; pass it as `after`.' })
    cursor!: string;

    @Field(nodeType, { description: 'The thing itself.' })
    node!: Node;
  }

  @ObjectType(`${typeName}Connection`, { description: `One page of a list of ${typeName}.` })
  class Connection {
    @Field(() => [nodeType()], { description: 'The things on this page.' })
    nodes!: Node[];

    @Field(() => [Edge], { description: 'The same with their cursors.' })
    edges!: Edge[];

    @Field({ description: 'Where this page stands.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are on all pages that the caller may see.' })
    totalCount!: Promise<number>;
  }
  Object.defineProperty(Edge, 'name', { value: `${typeName}Edge` });
  Object.defineProperty(Connection, 'name', { value: `${typeName}Connection` });
  return Connection;
}
