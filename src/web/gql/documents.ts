/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The life of an action item, until it has been shown to work or was rejected with a reason. */
export type ActionStatus =
  /** Promised, with an owner, a team and a date. */
  | 'COMMITTED'
  /** Done, with evidence. */
  | 'DONE'
  /** It has been shown to work. */
  | 'EFFECTIVE'
  /** Being done. */
  | 'IN_PROGRESS'
  /** Set aside until a day, with a reason and an approver. */
  | 'PAUSED'
  /** An idea; nobody has promised it. */
  | 'PROPOSED'
  /** Will not be done, with a reason. */
  | 'REJECTED'
  /** Somebody other than the owner has checked it. */
  | 'VERIFIED';

/** Two layers, inside and outside of the service, after the ISSRE 2022 study "Going through the Life Cycle of Faults in Clouds", table IV. */
export type FactorCategory =
  /** Something needed was taken away. */
  | 'EXTERNAL_COMPONENT_REMOVAL'
  /** More traffic than expected from outside. */
  | 'EXTERNAL_EXCESSIVE_FLOW'
  /** Hardware, power or a network device failed. */
  | 'EXTERNAL_HARDWARE'
  /** The platform gave less than was needed. */
  | 'EXTERNAL_INSUFFICIENT_RESOURCE'
  /** Something else outside. */
  | 'EXTERNAL_OTHER'
  /** A provider or another service failed. */
  | 'EXTERNAL_THIRD_PARTY'
  /** A change of code. */
  | 'INTERNAL_CODE_CHANGE'
  /** A fault was not handled as it should be. */
  | 'INTERNAL_EXCEPTION_HANDLING'
  /** Versions or formats did not fit together. */
  | 'INTERNAL_INCOMPATIBILITY'
  /** A wrong setting. */
  | 'INTERNAL_MISCONFIGURATION'
  /** Something else inside. */
  | 'INTERNAL_OTHER'
  /** More work than expected from inside. */
  | 'INTERNAL_PAYLOAD_FLOOD'
  /** Parts of the service competed for a resource. */
  | 'INTERNAL_RESOURCE_CONTENTION'
  /** Not known. */
  | 'UNKNOWN';

/** What a list of incidents keeps; all that is given must hold. An empty list keeps all. */
export type IncidentFilter = {
  /** True: those with a case that the caller may see. False: those without one, as far as the caller knows. */
  hasPostmortem?: boolean | null | undefined;
  /** Of one of these kinds. */
  kind?: Array<IncidentKind> | null | undefined;
  /** Part of the title. */
  query?: string | null | undefined;
  /** Struck one of these services, by name. */
  service?: Array<string> | null | undefined;
  /** As bad as one of these. */
  severity?: Array<Severity> | null | undefined;
  /** Began at this instant or later. */
  startedAfter?: string | null | undefined;
  /** Began before this instant. */
  startedBefore?: string | null | undefined;
  /** In one of these states. */
  status?: Array<IncidentStatus> | null | undefined;
};

/** What happened. */
export type IncidentKind =
  /** An exercise. */
  | 'DRILL'
  /** Something broke. */
  | 'INCIDENT'
  /** It almost became an incident. */
  | 'NEAR_MISS';

/** How far the response has come. */
export type IncidentStatus =
  /** It turned out to be none. */
  | 'CANCELED'
  /** Nothing more is to be done in the response. */
  | 'CLOSED'
  /** The cause is known. */
  | 'IDENTIFIED'
  /** The cause is not known yet. */
  | 'INVESTIGATING'
  /** The impact has ended for most users. */
  | 'MITIGATED'
  /** The fault is gone. */
  | 'RESOLVED';

/** The language that a case is written in. */
export type Language =
  /** English (en). */
  | 'EN'
  /** Chinese in simplified script (zh-Hans). */
  | 'ZH_HANS'
  /** Chinese in traditional script (zh-Hant). */
  | 'ZH_HANT';

/** A span between two milestones. */
export type MeasurementName =
  /** Time to acknowledge: detected to acknowledged. */
  | 'TTA'
  /** Time to detect: started to detected. */
  | 'TTD'
  /** Time to identify: detected to identified. */
  | 'TTI'
  /** Time to mitigate: detected to mitigated. */
  | 'TTM'
  /** Time to resolve: started to resolved. */
  | 'TTR'
  /** Time to verify: resolved to verified. */
  | 'TTV';

/** Where a case stands between the first draft and the library. */
export type PostmortemStatus =
  /** The reviewers agree with it. */
  | 'APPROVED'
  /** Out of date, kept for reference. */
  | 'ARCHIVED'
  /** Being written. */
  | 'DRAFT'
  /** Handed in; reviewers read it. */
  | 'IN_REVIEW'
  /** Part of the library. */
  | 'PUBLISHED';

/** How a stretch of a query was understood. */
export type QueryTokenKind =
  /** field:value. */
  | 'FILTER'
  /** Words to look for in this order. */
  | 'PHRASE'
  /** A word to look for. */
  | 'WORD';

/** What somebody may do in the organization. */
export type Role =
  /** Also keeps people, teams and roles, and deletes; sees no more cases than others. */
  | 'ADMIN'
  /** Reads and writes. */
  | 'MEMBER'
  /** Reads, and reports near misses. */
  | 'VIEWER';

/** What a search keeps, besides what the query itself says. Values of one field are alternatives; all fields must hold. Names are compared without regard to case and Chinese script. */
export type SearchFilter = {
  /** Of one of its factors. */
  category?: Array<FactorCategory> | null | undefined;
  /** Whose case it is, of imported ones. */
  company?: Array<string> | null | undefined;
  /** The language it is written in. */
  language?: Array<Language> | null | undefined;
  /** Began at or after this; a case of unknown date is left out. */
  occurredAfter?: string | null | undefined;
  /** Began before this; a case of unknown date is left out. */
  occurredBefore?: string | null | undefined;
  /** The product it struck, likewise. */
  product?: Array<string> | null | undefined;
  /** Names of affected services. */
  service?: Array<string> | null | undefined;
  /** Of one of its incidents. */
  severity?: Array<Severity> | null | undefined;
  /** Where it stands. */
  status?: Array<PostmortemStatus> | null | undefined;
  /** Tags. */
  tag?: Array<string> | null | undefined;
  /** Keys of teams that own a service or an action. */
  team?: Array<string> | null | undefined;
};

/** What somebody types to sign in. */
export type SessionCreateInput = {
  /** E-mail address. */
  email: string;
  /** Password. */
  password: string;
};

/** How bad it was; SEV1 is the worst. */
export type Severity =
  /** Critical functions down for most users, or data lost. */
  | 'SEV1'
  /** A critical function down for some, or an important one for most. */
  | 'SEV2'
  /** A function degraded, with a way around it. */
  | 'SEV3'
  /** Hardly noticed by users. */
  | 'SEV4'
  /** Noticed by nobody but the team. */
  | 'SEV5';

/** What was wrong, for programs. */
export type UserErrorCode =
  /** Something with this name, key or address exists. */
  | 'ALREADY_EXISTS'
  /** The database is held by somebody else; try again. */
  | 'BUSY'
  /** Somebody else changed it since the version that was read. */
  | 'CONFLICT'
  /** The caller may see it but not do this to it. */
  | 'FORBIDDEN'
  /** A fault of the program; the request id finds it in the log. */
  | 'INTERNAL'
  /** Something else still refers to it. */
  | 'IN_USE'
  /** It does not exist, or the caller may not see it. */
  | 'NOT_FOUND'
  /** The GraphQL document is over a limit. */
  | 'QUERY_REFUSED'
  /** Too much in too short a time; wait and try again. */
  | 'RATE_LIMITED'
  /** It took longer than one request may. */
  | 'TIMEOUT'
  /** More than one request may bring. */
  | 'TOO_LARGE'
  /** Nobody has signed in, or the session or token is no longer valid. */
  | 'UNAUTHENTICATED'
  /** A value is missing, too long or malformed. */
  | 'VALIDATION'
  /** Its present state does not allow this. */
  | 'WRONG_STATE';

/** Who may see a case. */
export type Visibility =
  /** Everybody in the organization. */
  | 'ORGANIZATION'
  /** Only those who write and review it, and its readers. */
  | 'RESTRICTED';

export type FrameQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameQuery = { viewer: { id: string, name: string, role: Role, locale: Language | null, teams: Array<{ team: { id: string, key: string } }> } | null };

export type SignInAgainMutationVariables = Exact<{
  input: SessionCreateInput;
}>;


export type SignInAgainMutation = { sessionCreate: { person: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null, message: string }> } };

export type IncidentsQueryVariables = Exact<{
  filter?: IncidentFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type IncidentsQuery = { incidents: { totalCount: number, nodes: Array<{ id: string, key: string, title: string, status: IncidentStatus, severity: Severity | null }> } };

export type SearchQueryVariables = Exact<{
  query: string;
  filter?: SearchFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, tookMs: number, didYouMean: string | null, relaxed: boolean, degraded: boolean, understood: Array<{ kind: QueryTokenKind, field: string | null, value: string, negated: boolean, start: number, end: number }>, facets: Array<{ field: string, values: Array<{ value: string, count: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ score: number, highlights: Array<{ field: string, fragments: Array<{ text: string, matched: boolean }> }>, postmortem: { id: string, key: string, title: string, status: PostmortemStatus, visibility: Visibility, language: Language, updatedAt: string, publishedAt: string | null, incidents: Array<{ key: string, severity: Severity | null, startedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { name: string } }> }>, actionItems: Array<{ status: ActionStatus }> } }> } };

export type QuickSearchQueryVariables = Exact<{
  query: string;
}>;


export type QuickSearchQuery = { search: { totalCount: number, didYouMean: string | null, nodes: Array<{ highlights: Array<{ field: string, fragments: Array<{ text: string, matched: boolean }> }>, postmortem: { id: string, key: string, title: string, status: PostmortemStatus, visibility: Visibility, language: Language, updatedAt: string, publishedAt: string | null, incidents: Array<{ key: string, severity: Severity | null, startedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { name: string } }> }>, actionItems: Array<{ status: ActionStatus }> } }> } };

export type LibraryHomeQueryVariables = Exact<{
  me: string | number;
}>;


export type LibraryHomeQuery = { published: { totalCount: number, nodes: Array<{ id: string, key: string, title: string, status: PostmortemStatus, visibility: Visibility, language: Language, updatedAt: string, publishedAt: string | null, incidents: Array<{ key: string, severity: Severity | null, startedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { name: string } }> }>, actionItems: Array<{ status: ActionStatus }> }> }, mine: { totalCount: number, nodes: Array<{ id: string, key: string, title: string, status: PostmortemStatus, visibility: Visibility, language: Language, updatedAt: string, publishedAt: string | null, incidents: Array<{ key: string, severity: Severity | null, startedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { name: string } }> }>, actionItems: Array<{ status: ActionStatus }> }> }, inReview: { totalCount: number, nodes: Array<{ id: string, key: string, title: string, status: PostmortemStatus, visibility: Visibility, language: Language, updatedAt: string, publishedAt: string | null, incidents: Array<{ key: string, severity: Severity | null, startedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { name: string } }> }>, actionItems: Array<{ status: ActionStatus }> }> } };

export type CaseLineFragment = { id: string, key: string, title: string, status: PostmortemStatus, visibility: Visibility, language: Language, updatedAt: string, publishedAt: string | null, incidents: Array<{ key: string, severity: Severity | null, startedAt: string | null, measurements: Array<{ name: MeasurementName, seconds: number }>, services: Array<{ service: { name: string } }> }>, actionItems: Array<{ status: ActionStatus }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const CaseLineFragmentDoc = new TypedDocumentString(`
    fragment CaseLine on Postmortem {
  id
  key
  title
  status
  visibility
  language
  updatedAt
  publishedAt
  incidents {
    key
    severity
    startedAt
    measurements {
      name
      seconds
    }
    services {
      service {
        name
      }
    }
  }
  actionItems {
    status
  }
}
    `, {"fragmentName":"CaseLine"}) as unknown as TypedDocumentString<CaseLineFragment, unknown>;
export const FrameDocument = new TypedDocumentString(`
    query Frame {
  viewer {
    id
    name
    role
    locale
    teams {
      team {
        id
        key
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FrameQuery, FrameQueryVariables>;
export const SignInAgainDocument = new TypedDocumentString(`
    mutation SignInAgain($input: SessionCreateInput!) {
  sessionCreate(input: $input) {
    person {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SignInAgainMutation, SignInAgainMutationVariables>;
export const IncidentsDocument = new TypedDocumentString(`
    query Incidents($filter: IncidentFilter, $after: String) {
  incidents(
    filter: $filter
    first: 50
    after: $after
    orderBy: {field: STARTED_AT, direction: DESC}
  ) {
    totalCount
    nodes {
      id
      key
      title
      status
      severity
    }
  }
}
    `) as unknown as TypedDocumentString<IncidentsQuery, IncidentsQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($query: String!, $filter: SearchFilter, $first: Int!, $after: String) {
  search(query: $query, filter: $filter, first: $first, after: $after) {
    totalCount
    tookMs
    didYouMean
    relaxed
    degraded
    understood {
      kind
      field
      value
      negated
      start
      end
    }
    facets {
      field
      values {
        value
        count
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      score
      highlights {
        field
        fragments {
          text
          matched
        }
      }
      postmortem {
        ...CaseLine
      }
    }
  }
}
    fragment CaseLine on Postmortem {
  id
  key
  title
  status
  visibility
  language
  updatedAt
  publishedAt
  incidents {
    key
    severity
    startedAt
    measurements {
      name
      seconds
    }
    services {
      service {
        name
      }
    }
  }
  actionItems {
    status
  }
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const QuickSearchDocument = new TypedDocumentString(`
    query QuickSearch($query: String!) {
  search(query: $query, first: 8) {
    totalCount
    didYouMean
    nodes {
      highlights {
        field
        fragments {
          text
          matched
        }
      }
      postmortem {
        ...CaseLine
      }
    }
  }
}
    fragment CaseLine on Postmortem {
  id
  key
  title
  status
  visibility
  language
  updatedAt
  publishedAt
  incidents {
    key
    severity
    startedAt
    measurements {
      name
      seconds
    }
    services {
      service {
        name
      }
    }
  }
  actionItems {
    status
  }
}`) as unknown as TypedDocumentString<QuickSearchQuery, QuickSearchQueryVariables>;
export const LibraryHomeDocument = new TypedDocumentString(`
    query LibraryHome($me: ID!) {
  published: postmortems(
    filter: {status: [PUBLISHED]}
    orderBy: {field: UPDATED_AT, direction: DESC}
    first: 8
  ) {
    totalCount
    nodes {
      ...CaseLine
    }
  }
  mine: postmortems(
    filter: {authorId: $me, status: [DRAFT, IN_REVIEW, APPROVED]}
    orderBy: {field: UPDATED_AT, direction: DESC}
    first: 8
  ) {
    totalCount
    nodes {
      ...CaseLine
    }
  }
  inReview: postmortems(
    filter: {status: [IN_REVIEW]}
    orderBy: {field: UPDATED_AT, direction: DESC}
    first: 8
  ) {
    totalCount
    nodes {
      ...CaseLine
    }
  }
}
    fragment CaseLine on Postmortem {
  id
  key
  title
  status
  visibility
  language
  updatedAt
  publishedAt
  incidents {
    key
    severity
    startedAt
    measurements {
      name
      seconds
    }
    services {
      service {
        name
      }
    }
  }
  actionItems {
    status
  }
}`) as unknown as TypedDocumentString<LibraryHomeQuery, LibraryHomeQueryVariables>;