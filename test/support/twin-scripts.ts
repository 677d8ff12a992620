import fc from 'fast-check';

import {
  canary,
  CASE_NAMES,
  CASE_PLANS,
  directoryName,
  SECRET_CASES,
  type CaseName,
} from './world-cases.js';
import type { Request } from './schema-walk.js';
import type { CallerName } from './world.js';

/** One request of a script. */
export interface Step {
  readonly caller: CallerName;
  readonly request: Request;
  /** Only where the restricted cases are: somebody goes on writing them meanwhile. */
  readonly isInside?: boolean;
  /** What the thing is called from then on that the request makes, if it makes one. */
  readonly makes?: Recent;
}

/** The things that scripts make, of which the last is known by its kind; a `secret` is a restricted case. */
export type Recent = 'postmortem' | 'incident' | 'item' | 'service' | 'person' | 'secret';

/** Nobody of them may know of a restricted case of the world. */
const OUTSIDERS = [
  'admin',
  'lead',
  'member',
  'removed',
  'viewer',
  'tokenWrite',
  'tokenSetup',
  'tokenAdmin',
] as const satisfies readonly CallerName[];
const WRITERS = ['admin', 'lead', 'member', 'removed', 'tokenWrite', 'tokenSetup'] as const;

type Inputs = Readonly<Record<string, unknown>>;

const one = <Value>(...values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);

const WORDS = [
  ...CASE_NAMES.flatMap((name) => [
    canary(name, 'title'),
    canary(name, 'body'),
    CASE_PLANS[name].chinese,
  ]),
  ...['connection', 'pool', 'exhausted', 'checkout', 'gateway', '連接池', '連接', '連接池耗盡'],
  ...['the', 'limit', 'raise', 'quartz', 'zebra', '資料庫', '数据库'],
];
const word = fc.oneof(
  { weight: 4, arbitrary: one(...WORDS) },
  // Cut short, and with a letter missing: completions and corrections.
  fc.tuple(one(...WORDS), fc.nat(8)).map(([text, at]) => text.slice(0, at + 2)),
  fc.tuple(one(...WORDS), fc.nat(8)).map(([text, at]) => text.slice(0, at) + text.slice(at + 1)),
);
const anyCase = one(...CASE_NAMES);
const about = <Value>(of: (name: CaseName) => Value): fc.Arbitrary<Value> => anyCase.map(of);
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const queryPart = fc.oneof(
  { weight: 5, arbitrary: word },
  phrase.map((text) => `"${text}"`),
  word.map((text) => `-${text}`),
  word.map((text) => `${text}*`),
  about((name) => `tag:${canary(name, 'tag')}`),
  about((name) => `service:${directoryName(name)}`),
  about((name) => `team:${directoryName(name)}`),
  // A short key is also the beginning of keys that were drawn, another time others.
  one(...SECRET_CASES.map((name) => CASE_PLANS[name].key)),
  one('severity:sev1', 'severity:sev3', 'status:draft', 'status:published', 'status:archived'),
  one('category:internal_misconfiguration', 'lang:en', 'after:2024-01-01', 'before:2024-04-02'),
);
const queryText = fc.array(queryPart, { maxLength: 4 }).map((parts) => parts.join(' '));

const SEARCH = `query ($query: String!, $first: Int, $filter: SearchFilter) {
  search(query: $query, first: $first, filter: $filter) {
    totalCount relaxed didYouMean degraded understood { kind field value negated }
    facets { field values { value count } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { score postmortem { id key title } highlights { field fragments { text matched } } } }
  } }`;
const search = fc
  .record({
    query: queryText,
    first: one(1, 2, 20),
    filter: fc.option(
      fc.oneof<fc.Arbitrary<Inputs>[]>(
        about((name) => ({ tag: [canary(name, 'tag'), 'database'] })),
        about((name) => ({ service: [directoryName(name)] })),
        about((name) => ({ company: [canary(name, 'company')] })),
        one({ severity: ['SEV1'] }, { status: ['PUBLISHED', 'DRAFT'] }, { language: ['EN'] }),
        one(
          { category: ['INTERNAL_MISCONFIGURATION'] },
          { occurredBefore: '2024-06-01T00:00:00Z' },
        ),
      ),
    ),
  })
  .map((variables) => ({ name: `search ${variables.query}`, document: SEARCH, variables }));

/** The id of something there is, or was made a moment ago, or is hidden. */
const idOf = (part: string, recent?: Recent): fc.Arbitrary<string> =>
  fc.oneof(
    about((name) => `@${part} of ${name}`),
    ...(recent ? [{ weight: 3, arbitrary: fc.constant(`@recent ${recent}`) }] : []),
  );
const aCase = idOf('postmortem', 'postmortem');
const anIncident = fc.oneof(idOf('incident', 'incident'), one('@shared incident'));
const anItem = idOf('DONE', 'item');

/** A mutation with everything as variables; the answer tells the object and the refusal. */
function mutation(
  field: string,
  types: Readonly<Record<string, string>>,
  object: string,
  variables: Readonly<Record<string, unknown>>,
): Request {
  const head = Object.entries(types).map(([name, type]) => `$${name}: ${type}`);
  const pass = Object.keys(types).map((name) => `${name}: $${name}`);
  const document = `mutation (${head.join(', ')}) { ${field}(${pass.join(', ')}) {
    made: ${object} userErrors { code field message } } }`;
  return { name: field, document, variables };
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A mutation `xCreate(input)`. */
const creates = (
  makes: Recent,
  field: string,
  object: string,
  input: fc.Arbitrary<Inputs>,
): fc.Arbitrary<Omit<Step, 'caller'>> =>
  input.map((value) => {
    const types = { input: `${upper(field)}Input!` };
    return { makes, request: mutation(field, types, object, { input: value }) };
  });

/** A mutation of something by its id. */
const changes = (
  field: string,
  object: string,
  id: fc.Arbitrary<string>,
  input?: fc.Arbitrary<Inputs>,
  place = 'id',
): fc.Arbitrary<Omit<Step, 'caller'>> =>
  fc.tuple(id, input ?? fc.constant(undefined)).map(([value, given]) => {
    const type = field.charAt(0).toUpperCase() + field.slice(1);
    const types = { [place]: 'ID!', ...(given ? { input: `${type}Input!` } : {}) };
    const variables = { [place]: value, ...(given ? { input: given } : {}) };
    return { request: mutation(field, types, object, variables) };
  });

const CASE = 'postmortem { id key title status visibility links { id } incidents { id key } }';
const INCIDENT = 'incident { id key title services { service { name } } postmortems { id } }';
const ITEM = 'actionItem { id key title status }';
const optional = { requiredKeys: [] as [] };

const writing = fc.oneof(
  changes(
    'draftSave',
    'draft { part text postmortem { id } }',
    aCase,
    fc.record({ part: one('title', 'summary'), text: phrase, baseVersion: fc.constant(1) }),
    'postmortemId',
  ),
  changes('caseAttend', 'others { person { id } }', aCase, undefined, 'postmortemId'),
  {
    weight: 4,
    arbitrary: creates(
      'postmortem',
      'postmortemCreate',
      CASE,
      fc.record(
        {
          title: phrase,
          language: one('EN', 'ZH_HANT', 'ZH_HANS'),
          summary: phrase,
          visibility: one('ORGANIZATION', 'RESTRICTED'),
          tags: fc.array(word, { maxLength: 2 }),
          incidentIds: fc.array(anIncident, { maxLength: 1 }),
          readers: one([{ teamId: '@team payments' }], [{ personId: '@person member' }]),
        },
        { requiredKeys: ['title', 'language'] },
      ),
    ),
  },
  changes(
    'postmortemUpdate',
    CASE,
    fc.oneof(one('@recent postmortem'), idOf('postmortem')),
    fc.record(
      {
        summary: phrase,
        visibility: one('ORGANIZATION', 'RESTRICTED'),
        incidentIds: fc.array(anIncident, { maxLength: 1 }),
      },
      optional,
    ),
  ),
  ...['Submit', 'Approve', 'Publish', 'Archive', 'Reopen'].map((move) =>
    changes(`postmortem${move}`, CASE, one('@recent postmortem', '@postmortem of restricted')),
  ),
  changes('postmortemDelete', CASE, one('@recent postmortem', '@postmortem of restrictedArchived')),
  creates(
    'incident',
    'incidentCreate',
    INCIDENT,
    fc.record(
      {
        title: phrase,
        severity: one('SEV1', 'SEV3'),
        services: one([{ serviceId: '@service checkout' }]),
      },
      { requiredKeys: ['title'] },
    ),
  ),
  changes(
    'incidentUpdate',
    INCIDENT,
    anIncident,
    phrase.map((title) => ({ title })),
  ),
  changes('incidentDelete', INCIDENT, anIncident),
  creates(
    'incident',
    'nearMissReport',
    INCIDENT,
    phrase.map((title) => ({ title, summary: title, withoutName: true })),
  ),
  creates('item', 'actionItemCreate', ITEM, fc.record({ title: phrase, postmortemId: aCase })),
  changes(
    'actionItemUpdate',
    ITEM,
    anItem,
    phrase.map((title) => ({ title })),
  ),
  changes('actionItemReject', ITEM, anItem, one({ reason: 'No' })),
  changes(
    'initiativeAddActions',
    'initiative { title progress { count } }',
    one('@initiative pools'),
    anItem.map((item) => ({ actionItemIds: [item] })),
  ),
  changes(
    'caseLink',
    'caseLink { id postmortem { id } }',
    aCase,
    fc.record({ toId: aCase, kind: one('DUPLICATE', 'SAME_FACTOR') }),
    'postmortemId',
  ),
  changes(
    'factorCreate',
    'factor { text }',
    aCase,
    phrase.map((text) => ({ kind: 'TRIGGER', text })),
    'postmortemId',
  ),
  changes(
    'findingUpdate',
    'finding { text }',
    idOf('finding'),
    phrase.map((text) => ({ text })),
  ),
  creates('service', 'serviceCreate', 'service { id name }', fc.record({ name: phrase })),
  changes('serviceArchive', 'service { id }', one('@recent service')),
  creates('person', 'personCreate', 'person { id name }', fc.record({ name: phrase })),
  changes(
    'teamMemberSet',
    'team { members { person { id } } }',
    one('@team payments'),
    one({ personId: '@recent person', role: 'MEMBER' }),
  ),
);

/** What somebody does who is named on the restricted cases. */
const inside = fc
  .oneof(
    creates(
      'secret',
      'postmortemCreate',
      CASE,
      fc.record({
        title: phrase,
        language: one('EN', 'ZH_HANT'),
        visibility: one('RESTRICTED'),
        tags: fc.array(word, { maxLength: 2 }),
        incidentIds: one([], ['@incident of restricted']),
      }),
    ),
    ...['Submit', 'Archive', 'Reopen'].map((move) =>
      changes(`postmortem${move}`, CASE, one('@recent secret')),
    ),
    changes(
      'postmortemUpdate',
      CASE,
      one('@postmortem of restricted', '@recent secret'),
      fc.record(
        { title: phrase, summary: phrase, tags: fc.array(word, { maxLength: 2 }) },
        optional,
      ),
    ),
    creates(
      'secret',
      'actionItemCreate',
      ITEM,
      fc.record({
        title: phrase,
        postmortemId: one('@postmortem of restricted', '@recent secret'),
      }),
    ).map(({ request }) => ({ request })),
    changes(
      'incidentUpdate',
      INCIDENT,
      one('@incident of restricted'),
      phrase.map((title) => ({ title })),
    ),
    changes(
      'findingUpdate',
      'finding { text }',
      one('@finding of restricted'),
      phrase.map((text) => ({ text })),
    ),
  )
  .map((made): Step => ({ ...made, caller: 'author', isInside: true }));

const AFTER = `{
  postmortems(first: 50) { totalCount nodes { id key title links { postmortem { id } } } }
  incidents(first: 50) { totalCount nodes { id key title postmortems { id } } }
  actionItems(first: 50, orderBy: { field: CREATED_AT }) { totalCount nodes { id key title } }
  initiatives(first: 50) { nodes { progress { count caseCount finished byStatus { count } }
    actionItems(first: 20) { totalCount nodes { id } } cases(first: 20) { totalCount nodes { id } } } }
  services(first: 50) { totalCount nodes { name incidentCount } }
  digest(teamKey: "payments", week: "2025-W10") {
    numbers { open { now before } overdue { now before } } sections { kind count entries { title } }
    recurrences { earlier { key } } waitingReviews { since postmortem { key } }
    worthReading { postmortem { key } } }
  organizationDigest(week: "2025-W10") {
    numbers { open { now before } } sections { kind count } teams { numbers { open { now } } }
    recurrences { earlier { key } } waitingReviews { since } worthReading { postmortem { key } } }
  actionTrends(weeks: 3) { ageing { count medianDays p90Days } burnUp { proposed done effective rejected } }
}`;

/**
 * Scripts of somebody who must not know of the restricted cases: searches, any query of the schema
 * and mutations, and at the end the lists.
 * @param queries every query of the schema with what can be asked
 */
export function scripts(queries: readonly Request[]): fc.Arbitrary<Step[]> {
  const outsider = one(...OUTSIDERS);
  const asking = (request: fc.Arbitrary<Request>): fc.Arbitrary<Step> =>
    fc.record({ caller: outsider, request });
  const step = fc.oneof(
    { weight: 3, arbitrary: asking(search) },
    { weight: 3, arbitrary: asking(anyOf(queries)) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(one<CallerName>(...WRITERS, 'viewer'), writing)
        .map(([caller, made]): Step => ({
          caller: caller === 'admin' && restricts(made) ? 'lead' : caller,
          ...made,
        })),
    },
  );
  const steps = fc.oneof({ weight: 10, arbitrary: step }, { weight: 3, arbitrary: inside });
  const lists = asking(fc.constant({ name: 'lists', document: AFTER, variables: {} }));
  return fc
    .tuple(fc.array(steps, { minLength: 3, maxLength: 10 }), lists)
    .map(([steps, last]) => [...steps, last]);
}

/** Each query of the schema as often as the others, however many ways there are to ask it. */
function anyOf(queries: readonly Request[]): fc.Arbitrary<Request> {
  const usable = queries.filter((request) => !isByDrawnKey(request));
  const fieldOf = ({ name }: Request): string | undefined => name.split(' ')[0];
  const fields = [...new Set(usable.map(fieldOf))];
  return fc.oneof(
    ...fields.map((field) => one(...usable.filter((each) => fieldOf(each) === field))),
  );
}

/**
 * Whether a restricted case comes of it. Who reads one is in the log that administrators read, and
 * when they read several of their own at once, then in no certain order.
 */
const restricts = ({ request }: Pick<Step, 'request'>): boolean =>
  JSON.stringify(request.variables).includes('"RESTRICTED"');

/** In the order of keys those that were drawn stand differently each time. */
const isByDrawnKey = ({ variables }: Request): boolean =>
  JSON.stringify(variables).includes('"field":"KEY"');
