import {
  caseDocumentSchema,
  type CaseDocument,
  type CaseDocumentInput,
  type PersonRef,
} from '../../src/features/case-file/case-document.js';
import { ACTION_STATUSES } from '../../src/core/vocabulary.js';

/** One case for each way in which a case can be open or closed to people. */
export const CASE_NAMES = [
  'published',
  'archived',
  'draft',
  'restricted',
  'restrictedArchived',
  'restrictedDraft',
] as const;
export type CaseName = (typeof CASE_NAMES)[number];

/** Those that only who is named on them may know of. */
export const SECRET_CASES: readonly CaseName[] = CASE_NAMES.filter((name) =>
  name.startsWith('restricted'),
);

interface CasePlan {
  readonly key: string;
  readonly status: CaseDocument['status'];
  /** Goes into every canary of the case; no other word begins with it. */
  readonly mark: string;
  /** A canary in traditional characters. */
  readonly chinese: string;
}

export const CASE_PLANS: Readonly<Record<CaseName, CasePlan>> = {
  published: { key: 'PM-1', status: 'PUBLISHED', mark: 'zqphi', chinese: '鳳凰來儀' },
  archived: { key: 'PM-2', status: 'ARCHIVED', mark: 'zqalpha', chinese: '麒麟獻瑞' },
  draft: { key: 'PM-3', status: 'DRAFT', mark: 'zqdelta', chinese: '鶴髮雞皮' },
  restricted: { key: 'PM-483920171', status: 'PUBLISHED', mark: 'zqrho', chinese: '鱷龜潛淵' },
  restrictedArchived: {
    key: 'PM-483920172',
    status: 'ARCHIVED',
    mark: 'zqsigma',
    chinese: '鸞鏡孤鳴',
  },
  restrictedDraft: { key: 'PM-483920173', status: 'DRAFT', mark: 'zqtau', chinese: '驪龍頷珠' },
};

/** The incident that the published and the restricted case are both about. */
export const SHARED_INCIDENT_ID = '0192f0c1-2d3e-7f40-8a5b-6c7d8e9f0a1b';

/** Everybody who is named on every case, besides its readers. */
export interface Cast {
  readonly author: PersonRef;
  readonly reviewer: PersonRef;
  readonly facilitator: PersonRef;
}

/** The word that stands in one place of one case and nowhere else: letters only, so that it can be misspelt. */
export function canary(name: CaseName, place: string): string {
  return `${CASE_PLANS[name].mark}x${place}`;
}

/**
 * The name of a service and the key of a team that only this case speaks of. Services and teams are
 * everybody's to see; that the case has to do with them is not.
 */
export function directoryName(name: CaseName): string {
  return `only-${name.toLowerCase()}`;
}

/**
 * A case with a canary in every text that it can hold, among words that all cases share. The texts
 * of an incident are as confidential as its cases, so that those of a draft carry another mark.
 */
export function worldCase(
  name: CaseName,
  cast: Cast,
  links: readonly { to: CaseName; place: string }[],
): CaseDocument {
  const { key, status, chinese } = CASE_PLANS[name];
  const isSecret = SECRET_CASES.includes(name);
  const word = (place: string): string => canary(name, place);
  const incidentWord = (place: string): string =>
    isSecret ? word(place) : `zqopen${name.toLowerCase()}x${place}`;
  const shared = `connection pool exhausted in checkout gateway 連接池耗盡`;
  const said = (place: string): string => `${word(place)} ${shared}`;
  const input: CaseDocumentInput = {
    key,
    title: `${word('title')} connection pool`,
    status,
    visibility: isSecret ? 'RESTRICTED' : 'ORGANIZATION',
    language: 'en',
    template: word('template'),
    tags: [word('tag'), chinese, 'database'],
    authors: [cast.author],
    facilitator: cast.facilitator,
    reviewers: [cast.reviewer],
    publishedAt: '2024-05-01T08:00:00.000Z',
    summary: `${said('summary')}。${chinese}`,
    sections: [
      { heading: '', body: said('preamble') },
      { heading: word('heading'), body: `${said('body')}\n\n${chinese}` },
    ],
    incidents: [
      {
        title: `${incidentWord('incident')} checkout down`,
        summary: incidentWord('incidentsummary'),
        kind: 'INCIDENT',
        severity: isSecret ? 'SEV1' : 'SEV3',
        status: 'CLOSED',
        startedAt: '2024-04-01T10:00:00.000Z',
        detectedAt: '2024-04-01T10:05:00.000Z',
        acknowledgedAt: '2024-04-01T10:06:00.000Z',
        identifiedAt: '2024-04-01T10:30:00.000Z',
        mitigatedAt: '2024-04-01T10:40:00.000Z',
        resolvedAt: '2024-04-01T11:00:00.000Z',
        verifiedAt: '2024-04-01T12:00:00.000Z',
        services: [
          {
            name: 'checkout',
            impact: incidentWord('impact'),
            recoveredAt: '2024-04-01T10:50:00.000Z',
          },
          { name: directoryName(name) },
        ],
        responders: [{ person: cast.author, role: 'INCIDENT_COMMANDER' }],
        references: [
          {
            source: incidentWord('referencesource'),
            externalId: incidentWord('referenceid'),
            url: `https://${incidentWord('referenceurl')}.example.org/`,
          },
        ],
      },
      ...(name === 'published' || name === 'restricted'
        ? [
            {
              id: SHARED_INCIDENT_ID,
              title: 'Both cases are about this one',
              kind: 'DRILL' as const,
            },
          ]
        : []),
    ],
    timeline: [
      {
        at: '2024-04-01T10:05:00.000Z',
        zone: 'Asia/Taipei',
        marker: 'DETECTION',
        text: said('event'),
        source: { kind: 'CHAT', name: word('eventsource') },
        original: word('original'),
        evidence: word('eventevidence'),
      },
    ],
    factors: [
      {
        kind: 'ROOT_CAUSE',
        category: isSecret ? 'INTERNAL_MISCONFIGURATION' : 'INTERNAL_RESOURCE_CONTENTION',
        practice: '1.3',
        text: said('factor'),
        children: [{ kind: 'CONTRIBUTING', text: `${word('cause')} human error` }],
      },
    ],
    findings: [{ kind: 'LUCKY', text: said('finding') }],
    practices: [{ practice: '1.1', verdict: 'FAILED', note: said('note') }],
    actions: ACTION_STATUSES.map((each) => action(word, each, cast, directoryName(name))),
    links: links.map(({ to, place }) => ({
      to: CASE_PLANS[to].key,
      kind: 'SAME_FACTOR' as const,
      note: word(place),
    })),
    source: {
      externalId: word('externalid'),
      url: `https://${word('sourceurl')}.example.org/`,
      archiveUrl: `https://${word('archiveurl')}.example.org/`,
      company: word('company'),
      product: word('product'),
      categories: [word('category')],
    },
    extra: { [word('extrakey')]: word('extra') },
  };
  return caseDocumentSchema.parse(input);
}

/** An action item in one of its states, with every text that it can hold. */
function action(
  word: (place: string) => string,
  status: (typeof ACTION_STATUSES)[number],
  { author, reviewer }: Cast,
  team: string,
): NonNullable<CaseDocumentInput['actions']>[number] {
  const place = `action${status.toLowerCase().replace('_', '')}`;
  const isProposed = status === 'PROPOSED';
  return {
    title: `${word(place)} raise the limit of the connection pool`,
    detail: word(`${place}detail`),
    type: 'PREVENT_FUTURE',
    priority: 'P1',
    status,
    ...(isProposed ? { ownerText: word(`${place}owner`) } : { owner: author }),
    // One of each case is of a team that has a digest.
    team: status === 'COMMITTED' ? 'payments' : team,
    dueOn: '2024-06-01',
    evidence: word(`${place}evidence`),
    completedAt: '2024-05-20T08:00:00.000Z',
    verifier: reviewer,
    verifiedAt: '2024-05-21T08:00:00.000Z',
    effectCheckOn: '2024-07-01',
    effectNote: word(`${place}effect`),
    trackerUrl: `https://${word(`${place}tracker`)}.example.org/`,
    trackers: [
      {
        url: `https://github.com/example/${word(`${place}repository`)}/issues/7`,
        title: word(`${place}issue`),
        state: 'CLOSED',
        stateAt: '2024-05-20T07:00:00.000Z',
        seenAt: '2024-05-20T07:00:00.000Z',
        proposal: {
          at: '2024-05-20T07:00:00.000Z',
          answer: 'DECLINED',
          answeredAt: '2024-05-20T07:30:00.000Z',
          answeredBy: author,
          note: word(`${place}proposal`),
        },
      },
    ],
    ...(status === 'REJECTED' ? { reason: word(`${place}reason`) } : {}),
    ...(status === 'PAUSED'
      ? {
          reason: word(`${place}reason`),
          pauseApprover: reviewer,
          pausedUntil: '2099-01-01',
          pausedFrom: 'COMMITTED' as const,
          history: [
            { at: '2024-05-01T08:00:00.000Z', by: author, act: 'CREATE', status: 'PROPOSED' },
            { at: '2024-05-02T08:00:00.000Z', by: author, act: 'COMMIT', status: 'COMMITTED' },
            {
              at: '2024-05-03T08:00:00.000Z',
              by: author,
              act: 'EXTEND',
              status: 'COMMITTED',
              reason: word(`${place}extension`),
            },
          ] as const,
        }
      : {}),
  };
}
