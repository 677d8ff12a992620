import { Field, Float, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import type {
  FactorCategory,
  Language,
  PostmortemStatus,
  Severity,
} from '../../core/vocabulary.js';
import { PageInfo } from '../../infra/graphql/connection.js';
import { enumOf } from '../../infra/graphql/enums.js';
import { DateTimeScalar } from '../../infra/graphql/scalars.js';
import {
  FactorCategoryEnum,
  LanguageEnum,
  PostmortemStatusEnum,
  SeverityEnum,
} from '../../infra/graphql/vocabulary.graphql.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';

@InputType({
  description:
    'What a search keeps, besides what the query itself says. Values of one field are alternatives; all fields must hold. Names are compared without regard to case and Chinese script.',
})
export class SearchFilter {
  @Field(() => [SeverityEnum], { nullable: true, description: 'Of one of its incidents.' })
  severity?: Severity[];

  @Field(() => [String], { nullable: true, description: 'Names of affected services.' })
  service?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'Keys of teams that own a service or an action.',
  })
  team?: string[];

  @Field(() => [String], { nullable: true, description: 'Tags.' })
  tag?: string[];

  @Field(() => [FactorCategoryEnum], { nullable: true, description: 'Of one of its factors.' })
  category?: FactorCategory[];

  @Field(() => [PostmortemStatusEnum], { nullable: true, description: 'Where it stands.' })
  status?: PostmortemStatus[];

  @Field(() => [LanguageEnum], { nullable: true, description: 'The language it is written in.' })
  language?: Language[];

  @Field(() => [String], { nullable: true, description: 'Whose case it is, of imported ones.' })
  company?: string[];

  @Field(() => [String], { nullable: true, description: 'The product it struck, likewise.' })
  product?: string[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Began at or after this; a case of unknown date is left out.',
  })
  occurredAfter?: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Began before this; a case of unknown date is left out.',
  })
  occurredBefore?: Date;
}

@ObjectType({ description: 'A stretch of text. Never HTML.' })
export class Fragment {
  @Field({ description: 'The text as it was written.' })
  text!: string;

  @Field({ description: 'Whether the query matches here.' })
  matched!: boolean;
}

@ObjectType({ description: 'A stretch of a case in which the query was found.' })
export class Highlight {
  @Field({
    description:
      'Where: title, summary, body, timeline, original (the line an event was read from), evidence, factors, findings or actions.',
  })
  field!: string;

  @Field(() => [Fragment], { description: 'Put together they are the stretch to the letter.' })
  fragments!: readonly Fragment[];
}

@ObjectType({ description: 'A case that was found.' })
export class SearchResult {
  @Field(() => Postmortem, { description: 'The case.' })
  postmortem!: Postmortem;

  @Field(() => Float, { description: '0 to 1, where 1 is the best hit of this search.' })
  score!: number;
}

@ObjectType({ description: 'A found case and its place in the list.' })
export class SearchResultEdge {
  @Field({ description: 'Opaque; pass it as `after`.' })
  cursor!: string;

  @Field(() => SearchResult, { description: 'The found case.' })
  node!: SearchResult;
}

@ObjectType({ description: 'How many of the hits have a value.' })
export class FacetValue {
  @Field({ description: 'As it is written in `filter`.' })
  value!: string;

  @Field(() => Int, { description: 'Cases, of those the caller may see.' })
  count!: number;
}

@ObjectType({
  description: 'The values of one field, counted within all other filters, its own left aside.',
})
export class Facet {
  @Field({ description: 'severity, service, team, tag, category, status or language.' })
  field!: string;

  @Field(() => [FacetValue], { description: 'Most frequent first.' })
  values!: readonly FacetValue[];
}

const QueryTokenKindEnum = enumOf(['WORD', 'PHRASE', 'FILTER']);
registerEnumType(QueryTokenKindEnum, {
  name: 'QueryTokenKind',
  description: 'How a stretch of a query was understood.',
  valuesMap: {
    WORD: { description: 'A word to look for.' },
    PHRASE: { description: 'Words to look for in this order.' },
    FILTER: { description: 'field:value.' },
  },
});

@ObjectType({ description: 'A stretch of the query and how it was understood.' })
export class UnderstoodToken {
  @Field(() => QueryTokenKindEnum, { description: 'What it is.' })
  kind!: keyof typeof QueryTokenKindEnum;

  @Field(() => Int, { description: 'Offset of its beginning in UTF-16 code units.' })
  start!: number;

  @Field(() => Int, { description: 'Offset behind its end.' })
  end!: number;

  @Field({ description: 'Whether cases with it are left out.' })
  negated!: boolean;

  @Field(() => String, { nullable: true, description: 'The field of a filter; null for others.' })
  field!: string | null;

  @Field({ description: 'Without signs and quotation marks.' })
  value!: string;
}

@ObjectType({ description: 'One page of what a search found.' })
export class SearchResultConnection {
  @Field(() => [SearchResult], {
    description: 'Best first; newest first for a query without words.',
  })
  nodes!: SearchResult[];

  @Field(() => [SearchResultEdge], { description: 'The same with their cursors.' })
  edges!: SearchResultEdge[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Hits on all pages that the caller may see.' })
  totalCount!: number;

  @Field(() => [Facet], { description: 'What the hits can be narrowed by.' })
  facets!: readonly Facet[];

  @Field(() => String, {
    nullable: true,
    description:
      'The query with misspelt words corrected, when nothing or little was found; else null.',
  })
  didYouMean!: string | null;

  @Field({
    description: 'Too little matched every word, so that some hits match only some of them.',
  })
  relaxed!: boolean;

  @Field(() => [UnderstoodToken], { description: 'How the query was read, for chips.' })
  understood!: UnderstoodToken[];

  @Field({
    description:
      'Which engine answered: meilisearch, or the one beside the database, embedded or postgres.',
  })
  engine!: string;

  @Field({
    description:
      'Whether cases may be missing: the index has yet to be made from the database, or another engine answers in place of the one that should.',
  })
  degraded!: boolean;

  @Field(() => Float, { description: 'Milliseconds it took.' })
  tookMs!: number;
}

@ObjectType({ description: 'A case like another one, and why.' })
export class SimilarCase {
  @Field(() => Postmortem, { description: 'The case.' })
  postmortem!: Postmortem;

  @Field(() => Float, { description: '0 to 1, where 1 is the most similar of this list.' })
  score!: number;

  @Field(() => [String], { description: 'Words that both share, most telling first.' })
  sharedTerms!: readonly string[];
}
