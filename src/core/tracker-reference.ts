import { LIMITS } from './limits.js';
import type { TrackerProvider } from './vocabulary.js';

/** An issue, or a pull or merge request, as its address names it. */
export interface TrackerReference {
  readonly provider: TrackerProvider;
  readonly host: string;
  /** What people call it: `org/repo#12`, `group/project!3`, `KEY-1`. */
  readonly label: string;
  /** The shortest address that leads there. */
  readonly url: string;
  /** The same for every address of the same thing; at most 255 characters. */
  readonly identity: string;
}

/** What an address says; `path` leads there, `sameAs` is one path for all that lead there. */
interface Found {
  readonly provider: TrackerProvider;
  readonly label: string;
  readonly path: string;
  readonly sameAs?: string;
}

const MOST_IDENTITY = 255;
const NAME = String.raw`[\w.~-]+`;
const NUMBER = String.raw`(\d{1,10})(?=/|$)`;
const KEY = String.raw`([A-Za-z]\w{0,60}-\d{1,10})`;

const GITLAB = new RegExp(
  `^/((?:${NAME}/)+${NAME})/-/(issues|work_items|merge_requests)/${NUMBER}`,
);
/** As GitLab wrote them before it set its own words apart by a dash. */
const OLD_GITLAB = new RegExp(`^/((?:${NAME}/)+${NAME})/(issues|merge_requests)/${NUMBER}`);
const GITHUB = new RegExp(`^/(${NAME}/${NAME})/(issues|pull)/${NUMBER}`);
const JIRA_ISSUE = new RegExp(`^((?:/${NAME})*?)/browse/${KEY}(?=/|$)`);
const JIRA_PROJECT = new RegExp(`^/jira/(?:${NAME}/)*projects/${NAME}/issues/${KEY}(?=/|$)`);
const JIRA_KEY = new RegExp(`^${KEY}$`);

/** Has addresses of the same form as GitHub, and no webhooks like it. */
const NOT_GITHUB: readonly string[] = ['bitbucket.org'];

/**
 * Reads the address of an issue in GitHub, GitLab or Jira, hosted by anybody: the form of its path
 * tells which. Null for every other address, and for what is no address.
 */
export function trackerReference(address: string): TrackerReference | null {
  if (address.length > LIMITS.url || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!['http:', 'https:'].includes(url.protocol)) return null;
  const found = inGitlab(url) ?? inGithub(url) ?? inJira(url);
  if (!found) return null;
  const { provider, label, path, sameAs = path } = found;
  const identity = `${url.host}${sameAs}`.toLowerCase();
  if (identity.length > MOST_IDENTITY) return null;
  return { provider, label, host: url.host, url: `${url.protocol}//${url.host}${path}`, identity };
}

function inGitlab({ hostname, pathname }: URL): Found | null {
  const isGitlab = hostname.startsWith('gitlab.');
  const old = isGitlab || pathname.includes('/merge_requests/') ? OLD_GITLAB.exec(pathname) : null;
  const [, project, word = '', number] = GITLAB.exec(pathname) ?? old ?? [];
  if (!project || !number) return null;
  const isRequest = word === 'merge_requests';
  return {
    provider: 'GITLAB',
    label: `${project}${isRequest ? '!' : '#'}${number}`,
    path: `/${project}/-/${isRequest ? word : 'issues'}/${number}`,
  };
}

function inGithub({ hostname, pathname }: URL): Found | null {
  const [, repository, word = '', number] = GITHUB.exec(pathname) ?? [];
  if (!repository || !number || NOT_GITHUB.includes(hostname)) return null;
  return {
    provider: 'GITHUB',
    label: `${repository}#${number}`,
    path: `/${repository}/${word}/${number}`,
    // Issues and pull requests are counted together; either address leads to either.
    sameAs: `/${repository}/issues/${number}`,
  };
}

function inJira({ pathname, searchParams }: URL): Found | null {
  const [, before = '', browsed] = JIRA_ISSUE.exec(pathname) ?? [];
  const [, listed] = JIRA_PROJECT.exec(pathname) ?? [];
  if (browsed !== undefined) return jiraIssue(before, browsed);
  if (listed !== undefined) return jiraIssue('', listed);
  const [, selected] = JIRA_KEY.exec(searchParams.get('selectedIssue') ?? '') ?? [];
  if (selected === undefined) return null;
  // Where Jira shares its host, its own words begin after a path: `/jira/secure/RapidBoard.jspa`.
  const [, base] = new RegExp(`^((?:/${NAME})*?)/secure/`).exec(pathname) ?? [];
  if (base !== undefined) return jiraIssue(base, selected);
  return pathname.startsWith('/jira/') || pathname.startsWith('/browse/')
    ? jiraIssue('', selected)
    : null;
}

function jiraIssue(base: string, key: string): Found {
  const label = key.toUpperCase();
  return { provider: 'JIRA', label, path: `${base}/browse/${label}` };
}

const ADDRESS = /https?:\/\/[^\s<>()"'`[\]\\^{|}\u{80}-\u{10ffff}]+/gu;

/** The issues whose addresses stand in a text, each once, in order. */
export function trackerReferencesIn(text: string): TrackerReference[] {
  const found = new Map<string, TrackerReference>();
  for (const [address] of text.matchAll(ADDRESS)) {
    const reference = trackerReference(address.replace(/[.,;:!?*_]+$/, ''));
    if (reference && !found.has(reference.identity)) found.set(reference.identity, reference);
  }
  return [...found.values()];
}
