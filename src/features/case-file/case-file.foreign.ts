import { LIMITS } from '../../core/limits.js';
import { MILESTONES, type Language } from '../../core/vocabulary.js';
import { caseDocumentSchema, type CaseDocument, type CaseDocumentInput } from './case-document.js';
import { emptyDraft, type CaseDraft } from './case-draft.js';
import { faultOf } from './case-file.own.js';
import type { FileParts } from './file-text.js';
import { readFrontMatter } from './front-matter.js';
import { fieldNamed } from './front-matter-fields.js';
import { detectLanguage, languageNamed } from './language.js';
import { readProse } from './prose-case.js';
import type { YamlSource } from './yaml-source.js';

/**
 * Reads a file that is not in fupan's own form: front matter in other people's words, Markdown with
 * the headings of the field, or both.
 *
 * @param path for a title where the file has none
 * @throws CaseFileError with the line at fault
 */
export function readForeignForm(
  front: YamlSource | undefined,
  parts: FileParts,
  path: string,
): { document: CaseDocument; notes: string[] } {
  const draft = emptyDraft();
  const language = languageOf(front, parts);
  if (front) readFrontMatter(draft, front, language);
  readProse(draft, parts.body, parts.bodyLine, language);
  const result = caseDocumentSchema.safeParse(inputOf(draft, draft.language ?? language, path));
  if (result.success) return { document: result.data, notes: draft.notes };
  // The readers keep within the limits, but for a section or a key that is too large as a whole.
  const [issue] = result.error.issues;
  const section = issue?.path[0] === 'sections' ? draft.sections[Number(issue.path[1])] : undefined;
  throw faultOf(issue, section?.line ?? 1);
}

function languageOf(front: YamlSource | undefined, parts: FileParts): Language {
  const key = Object.keys(front?.value ?? {}).find((name) => fieldNamed(name) === 'language');
  const named = key === undefined ? undefined : front?.value[key];
  return (
    (typeof named === 'string' ? languageNamed(named) : undefined) ??
    detectLanguage(`${parts.frontMatter === undefined ? '' : textsIn(front)}\n${parts.body}`)
  );
}

/** The title and summary weigh as much as the body; the names of keys would weigh for English. */
function textsIn(front: YamlSource | undefined): string {
  return Object.entries(front?.value ?? {})
    .flatMap(([key, value]) => {
      const field = fieldNamed(key);
      return typeof value === 'string' && (field === 'title' || field === 'summary') ? [value] : [];
    })
    .join('\n');
}

function inputOf(draft: CaseDraft, language: Language, path: string): CaseDocumentInput {
  const title = draft.title ?? derivedTitle(draft, path);
  const { status = 'PUBLISHED', visibility, source, extra } = draft;
  return {
    title,
    status,
    ...(visibility && { visibility }),
    language,
    tags: draft.tags,
    authors: draft.authors,
    reviewers: draft.reviewers,
    ...(draft.summary !== undefined && { summary: draft.summary }),
    incidents: incidentsOf(draft, title, status),
    timeline: draft.timeline,
    factors: draft.factors,
    findings: draft.findings,
    actions: draft.actions,
    ...(Object.keys(source).length > 0 && { source }),
    ...(Object.keys(extra).length > 0 && { extra }),
    sections: draft.sections.map(({ heading, body }) => ({ heading, body })),
  };
}

/** One incident where the file tells anything of it. */
function incidentsOf(
  draft: CaseDraft,
  title: string,
  status: NonNullable<CaseDocumentInput['status']>,
): NonNullable<CaseDocumentInput['incidents']> {
  const { milestones, services, severity, kind, references } = draft;
  const known = MILESTONES.some((name) => milestones[name] !== undefined);
  if (!known && services.length === 0 && !severity && !kind && references.length === 0) return [];
  const finished = status !== 'DRAFT' && status !== 'IN_REVIEW';
  return [
    {
      title,
      ...(kind && { kind }),
      ...(severity && { severity }),
      status: finished ? 'CLOSED' : 'RESOLVED',
      ...milestones,
      services: services.map((name) => ({ name })),
      references,
    },
  ];
}

/** A title for a file that has none: its summary's first sentence, what it is about, its first words, or its name. */
function derivedTitle(draft: CaseDraft, path: string): string {
  const { company, product } = draft.source;
  const about = product ?? company;
  const summary = firstSentence(draft.summary ?? '');
  const body = firstSentence(draft.sections[0]?.body ?? '');
  const name = (path.split('/').at(-1) ?? path).replace(/\.[^.]*$/u, '').replace(/[-_]+/gu, ' ');
  const sentence = summary === '' ? body : summary;
  // `Heroku: An upstream update broke …`, unless the sentence names it itself.
  const named =
    about === undefined || sentence.includes(about) ? sentence : `${about}: ${sentence}`;
  const title = sentence === '' ? (about ?? (name === '' ? path : name)) : named;
  return title.slice(0, LIMITS.title).trim();
}

/** The longest that reads as a title. */
const TITLE_LENGTH = 120;

function firstSentence(text: string): string {
  const plain = text
    .slice(0, 2_000)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[*`#>]+|(?<!\w)_+|_+(?!\w)/gu, '')
    .trim();
  const sentence = /^(?:[^\n]*?(?:[.!?](?=\s|$)|[。！？])|[^\n]*)/u.exec(plain)?.[0] ?? '';
  const short = sentence.replace(/[.。]$/u, '').trim();
  if (short.length <= TITLE_LENGTH) return short;
  const cut = short.slice(0, TITLE_LENGTH - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), TITLE_LENGTH / 2)).trimEnd()}…`;
}
