import { Temporal } from 'temporal-polyfill';

import { isRangeError } from '../../core/error-code.js';
import type {
  ActionEventDocument,
  ActionItemDocument,
  CaseDocument,
  FactorDocument,
  IncidentDocument,
  PersonRef,
  TimelineEventDocument,
  TrackerLinkDocument,
} from './case-document.js';
import { writeSections } from './section-body.js';
import { writeYaml } from './yaml-source.js';

/** The version of the form that is written; the first key of every file in it. */
export const FORM_VERSION = 1;

/**
 * Writes a case in fupan's own form: Markdown with front matter, from which `readCaseFile` makes
 * the same document again. The same document always gives the same bytes.
 *
 * @param document as `caseDocumentSchema` gives it out
 */
export function writeCaseFile(document: CaseDocument): string {
  const { extra, sections, incidents, timeline, factors, actions, ...rest } = document;
  const { practices, findings, links, source, ...head } = rest;
  const data = compact({
    fupan: FORM_VERSION,
    id: head.id,
    key: head.key,
    title: head.title,
    status: head.status,
    visibility: head.visibility,
    readers: head.readers.map(({ person, team }) => ({ person: personData(person), team })),
    language: head.language,
    template: head.template,
    tags: head.tags,
    authors: head.authors.map(personData),
    facilitator: personData(head.facilitator),
    reviewers: head.reviewers.map(personData),
    createdAt: instantText(head.createdAt),
    updatedAt: instantText(head.updatedAt),
    publishedAt: instantText(head.publishedAt),
    moves: head.moves?.map(({ at, from, to }) => ({ at: instantText(at), from, to })),
    summary: head.summary === '' ? undefined : head.summary,
    incidents: incidents.map(incidentData),
    timeline: timeline.map(timelineData),
    factors: factors.map(factorData),
    findings: findings.map(({ kind, text }) => ({ kind, text })),
    practices: practices.map(({ practice, verdict, note }) => ({ practice, verdict, note })),
    actions: actions.map(actionData),
    links: links.map(({ to, kind, note }) => ({ to, kind, note })),
    source: source && {
      externalId: source.externalId,
      url: source.url,
      archiveUrl: source.archiveUrl,
      company: source.company,
      product: source.product,
      categories: source.categories,
      publishedAt: instantText(source.publishedAt),
      fetchedAt: instantText(source.fetchedAt),
    },
  });
  const frontMatter = `---\n${writeYaml({ ...data, ...extra })}---\n`;
  const body = writeSections(sections);
  return body === '' ? frontMatter : `${frontMatter}\n${body}`;
}

/** An incident as plain data in the order of the form; the catalogue file writes it too. */
export function incidentData(incident: IncidentDocument): object {
  return compact({
    id: incident.id,
    key: incident.key,
    title: incident.title,
    summary: incident.summary,
    kind: incident.kind,
    severity: incident.severity,
    status: incident.status,
    reporter: personData(incident.reporter),
    startedAt: instantText(incident.startedAt),
    detectedAt: instantText(incident.detectedAt),
    acknowledgedAt: instantText(incident.acknowledgedAt),
    identifiedAt: instantText(incident.identifiedAt),
    mitigatedAt: instantText(incident.mitigatedAt),
    resolvedAt: instantText(incident.resolvedAt),
    verifiedAt: instantText(incident.verifiedAt),
    services: incident.services.map(({ name, impact, recoveredAt }) => ({
      name,
      impact,
      recoveredAt: instantText(recoveredAt),
    })),
    responders: incident.responders.map(({ person, role }) => ({
      person: personData(person),
      role,
    })),
    references: incident.references.map(({ source, externalId, url }) => ({
      source,
      externalId,
      url,
    })),
  });
}

/** A person as plain data in the order of the form. */
export function personData(person: PersonRef): object;
export function personData(person: PersonRef | undefined): object | undefined;
export function personData(person: PersonRef | undefined): object | undefined {
  return person && { name: person.name, email: person.email };
}

function timelineData(event: TimelineEventDocument): object {
  return compact({
    at: zonedText(event.at, event.zone),
    zone: event.zone === 'UTC' ? undefined : event.zone,
    marker: event.marker,
    text: event.text,
    source: event.source && { kind: event.source.kind, name: event.source.name },
    evidence: event.evidence,
    original: event.original,
  });
}

function factorData(factor: FactorDocument): object {
  return compact({
    kind: factor.kind,
    category: factor.category,
    practice: factor.practice,
    text: factor.text,
    children: factor.children.map(factorData),
  });
}

function actionData(action: ActionItemDocument): object {
  return compact({
    id: action.id,
    key: action.key,
    title: action.title,
    detail: action.detail,
    doneWhen: action.doneWhen,
    type: action.type,
    priority: action.priority,
    status: action.status,
    owner: personData(action.owner),
    ownerText: action.ownerText,
    team: action.team,
    dueOn: action.dueOn,
    evidence: action.evidence,
    completedAt: instantText(action.completedAt),
    verifier: personData(action.verifier),
    verifiedAt: instantText(action.verifiedAt),
    effectCheckOn: action.effectCheckOn,
    effectNote: action.effectNote,
    reason: action.reason,
    pauseApprover: personData(action.pauseApprover),
    pausedUntil: action.pausedUntil,
    pausedFrom: action.pausedFrom,
    trackerUrl: action.trackerUrl,
    trackers: action.trackers?.map(trackerData),
    history: action.history?.map(actionEventData),
  });
}

function trackerData({ proposal, stateAt, seenAt, ...link }: TrackerLinkDocument): object {
  return {
    url: link.url,
    title: link.title,
    state: link.state,
    stateAt: instantText(stateAt),
    seenAt: instantText(seenAt),
    proposal: proposal && {
      at: instantText(proposal.at),
      answer: proposal.answer,
      answeredAt: instantText(proposal.answeredAt),
      answeredBy: personData(proposal.answeredBy),
      note: proposal.note,
    },
  };
}

function actionEventData({ by, owner, ...event }: ActionEventDocument): object {
  const { at, act, status, reason, ...changed } = event;
  return compact({
    at: instantText(at),
    by: personData(by),
    act,
    status,
    reason,
    ...changed,
    owner: owner === null ? null : personData(owner),
  });
}

/** Leaves out what is unknown: absent keys and empty lists, at every depth. */
export function compact(value: object): object {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined && !(Array.isArray(entry) && entry.length === 0))
      .map(([name, entry]) => [name, compactEntry(entry)]),
  );
}

function compactEntry(entry: unknown): unknown {
  if (Array.isArray(entry)) return entry.map(compactEntry);
  return typeof entry === 'object' && entry !== null ? compact(entry) : entry;
}

/** An instant without milliseconds that say nothing. */
export function instantText(instant: string | undefined): string | undefined {
  return instant?.replace('.000Z', 'Z');
}

/** An instant as the clock on the author's wall showed it, with the offset; in UTC where that cannot be said. */
export function zonedText(instant: string, zone: string): string {
  const utc = instant.replace('.000Z', 'Z');
  if (zone === 'UTC') return utc;
  const offset = offsetMinutes(instant, zone);
  if (offset === undefined || offset === 0) return utc;
  const local = new Date(Date.parse(instant) + offset * 60_000).toISOString();
  // Years outside of 0000 to 9999 have a sign, which the form does not read.
  if (!/^\d{4}-/u.test(local)) return utc;
  const size = Math.abs(offset);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  const minutes = String(size % 60).padStart(2, '0');
  return local.replace('.000Z', 'Z').replace('Z', `${offset < 0 ? '-' : '+'}${hours}:${minutes}`);
}

/** Undefined for a zone that is not known here, and for the offsets with seconds of the nineteenth century. */
function offsetMinutes(instant: string, zone: string): number | undefined {
  try {
    const seconds =
      Temporal.Instant.from(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000_000;
    return seconds % 60 === 0 ? seconds / 60 : undefined;
  } catch (error) {
    if (isRangeError(error)) return undefined;
    throw error;
  }
}
