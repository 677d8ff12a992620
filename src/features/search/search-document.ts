import type { FactorDocument } from '../case-file/case-document.js';
import type { LoadedCase } from '../library/case-reader.service.js';
import { isForSome } from '../postmortem/postmortem.policy.js';
import { OPEN_SPACE, type SearchDocument } from '../../infra/search/search-index.js';

/** The space of one case that only some people may read: a restricted one, or a draft. */
export const spaceOfCase = (postmortemId: string): string => `case:${postmortemId}`;

/** What the index is to know of a case. */
export function searchDocument({ row, document, teams, helpedCount }: LoadedCase): SearchDocument {
  const { incidents, source } = document;
  const factors = document.factors.flatMap(withCauses);
  const services = unique(incidents.flatMap(({ services }) => services.map(({ name }) => name)));
  const starts = incidents.flatMap(({ startedAt }) => (startedAt ? [Date.parse(startedAt)] : []));
  const started = starts.length === 0 ? null : Math.min(...starts);
  const published = source?.publishedAt === undefined ? null : Date.parse(source.publishedAt);
  return {
    id: row.id,
    stamp: row.searchStamp,
    space: isForSome(row) ? spaceOfCase(row.id) : OPEN_SPACE,
    title: row.title,
    tags: document.tags,
    summary: row.summary,
    body: [
      row.key,
      ...document.sections.flatMap(({ heading, body }) => [heading, body]),
      ...incidents.flatMap(({ key, title, summary, services, references }) => [
        key,
        title,
        summary,
        ...services.map(({ impact }) => impact),
        ...references.map(({ externalId }) => externalId),
      ]),
      ...document.timeline.flatMap(({ text, original, evidence }) => [
        text,
        // What was read from a line mostly repeats it.
        original?.includes(text) ? original.replace(text, '') : original,
        evidence,
      ]),
      ...factors.map(({ text }) => text),
      ...document.findings.map(({ text }) => text),
      ...document.practices.map(({ note }) => note),
      ...document.actions.flatMap(({ key, title, detail, evidence }) => [
        key,
        title,
        detail,
        evidence,
      ]),
    ]
      .filter((text) => text !== undefined && text !== '')
      .join('\n\n'),
    // The product of a case from elsewhere is what a reader would call the service.
    services: services.length === 0 && source?.product !== undefined ? [source.product] : services,
    teams: unique(teams.map(({ key }) => key)),
    severities: unique(incidents.flatMap(({ severity }) => severity ?? [])),
    categories: unique(factors.flatMap(({ category }) => category ?? [])),
    status: row.status,
    language: row.language,
    company: source?.company,
    product: source?.product,
    occurredAt: started ?? published,
    updatedAt: row.updatedAt.getTime(),
    votes: helpedCount,
  };
}

function withCauses(factor: FactorDocument): FactorDocument[] {
  return [factor, ...factor.children.flatMap(withCauses)];
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
