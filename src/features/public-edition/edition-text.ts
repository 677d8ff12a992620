import { EDITION_WORDS, type EditionWords } from '../../locales/public-edition.js';
import type {
  ActionItemDocument,
  CaseDocument,
  FactorDocument,
} from '../case-file/case-document.js';
import { zonedText } from '../case-file/case-file.write.js';
import { speakerOf } from './people-terms.js';

/** What of a case goes into its public edition. */
export interface EditionChoices {
  /** Sections that stay inside, by their headings. */
  readonly omittedSections: readonly string[];
  /** Entries of the timeline that stay inside, by their ids. */
  readonly omittedEventIds: readonly string[];
  /** Actions with who does them, as a role, and until when. */
  readonly withActionDetails: boolean;
  readonly withFindings: boolean;
  readonly withPractices: boolean;
}

/** A title on one line and a text in Markdown. */
export interface EditionText {
  readonly title: string;
  readonly text: string;
}

const DONE: readonly ActionItemDocument['status'][] = ['DONE', 'VERIFIED', 'EFFECTIVE'];
const FINDINGS = ['WENT_WELL', 'WENT_WRONG', 'LUCKY', 'SURPRISED'] as const;
const TIMES = ['startedAt', 'detectedAt', 'mitigatedAt', 'resolvedAt'] as const;

/**
 * A case as a text to be read from the beginning to the end, as it stands inside. Attachments,
 * links to other cases, references, services and what is known of people are not in it.
 * @param eventIds the ids of the entries of its timeline, in their order
 */
export function composedText(
  document: CaseDocument,
  eventIds: readonly string[],
  choices: EditionChoices,
): EditionText {
  const words = EDITION_WORDS[document.language];
  const blocks = [
    document.summary.trim(),
    part(words.parts.times, timesOf(document, words)),
    ...document.sections
      .filter(({ heading }) => !choices.omittedSections.includes(heading))
      .map(({ heading, body }) => part(heading, body.trim())),
    part(words.parts.timeline, timelineOf(document, eventIds, choices, words)),
    part(words.parts.causes, factorLines(document.factors, words).join('\n')),
    ...(choices.withFindings ? FINDINGS : []).map((kind) =>
      part(
        words.parts[kind],
        document.findings
          .filter((finding) => finding.kind === kind)
          .map(({ text }) => item(text))
          .join('\n'),
      ),
    ),
    choices.withPractices ? part(words.parts.practices, practicesOf(document, words)) : '',
    part(words.parts.actions, actionsOf(document, choices, words)),
  ];
  return { title: document.title, text: blocks.filter((block) => block !== '').join('\n\n') };
}

/** Title and text as one document, as it is compared, checked and exported. */
export const wholeText = ({ title, text }: EditionText): string => `# ${title}\n\n${text.trim()}\n`;

function part(heading: string, body: string): string {
  if (body === '') return '';
  return heading === '' ? body : `## ${heading}\n\n${body}`;
}

/** An item of a list; what has several lines stays in it. */
function item(text: string, level = 0): string {
  const indent = '  '.repeat(level);
  return `${indent}- ${text.trim().replaceAll('\n', `\n${indent}  `)}`;
}

function timesOf({ incidents, timeline }: CaseDocument, { parts, colon }: EditionWords): string {
  const zone = timeline[0]?.zone ?? 'UTC';
  return incidents
    .map((incident) =>
      TIMES.flatMap((name) => {
        const at = incident[name];
        return at === undefined ? [] : [item(`${parts[name]}${colon}${clockText(at, zone)}`)];
      }).join('\n'),
    )
    .filter((lines) => lines !== '')
    .join('\n\n');
}

function timelineOf(
  { timeline }: CaseDocument,
  eventIds: readonly string[],
  { omittedEventIds }: EditionChoices,
  { colon }: EditionWords,
): string {
  const omitted = new Set(omittedEventIds);
  return timeline
    .filter((_event, at) => !omitted.has(eventIds[at] ?? ''))
    .map((event) => {
      const speaker = speakerOf(event);
      const words = speaker === null ? event.text : `${speaker}${colon}${event.text}`;
      return item(`**${clockText(event.at, event.zone)}** ${words}`);
    })
    .join('\n');
}

/** `2026-03-11 19:02 +08:00`: the clock of whoever wrote it, and how far it is from UTC. */
function clockText(at: string, zone: string): string {
  const text = zonedText(at, zone);
  const offset = /[+-]\d\d:\d\d$/.exec(text)?.[0] ?? 'UTC';
  return `${text.slice(0, 10)} ${text.slice(11, 16)} ${offset}`;
}

function factorLines(factors: readonly FactorDocument[], words: EditionWords, level = 0): string[] {
  return factors.flatMap(({ kind, text, children }) => [
    item(`**${words.parts[kind]}**${words.colon}${text}`, level),
    ...factorLines(children, words, level + 1),
  ]);
}

const practicesOf = (
  { practices }: CaseDocument,
  { practices: names, verdicts, colon }: EditionWords,
): string =>
  practices
    .map(({ practice, verdict, note }) => {
      const said = note === undefined ? '' : `${colon}${note}`;
      return item(`${names[practice]} (${verdicts[verdict]})${said}`);
    })
    .join('\n');

function actionsOf(
  { actions }: CaseDocument,
  { withActionDetails }: EditionChoices,
  { parts }: EditionWords,
): string {
  const taken = actions.filter(({ status }) => status !== 'REJECTED');
  const list = (heading: string, isDone: boolean): string => {
    const lines = taken
      .filter(({ status }) => DONE.includes(status) === isDone)
      .map((action) => item(withActionDetails ? detailed(action) : action.title));
    return lines.length === 0 ? '' : `### ${heading}\n\n${lines.join('\n')}`;
  };
  return [list(parts.done, true), list(parts.planned, false)]
    .filter((block) => block !== '')
    .join('\n\n');
}

function detailed({ title, owner, ownerText, dueOn, completedAt }: ActionItemDocument): string {
  const details = [owner?.name ?? ownerText, completedAt?.slice(0, 10) ?? dueOn];
  const known = details.filter((detail) => detail !== undefined);
  return known.length === 0 ? title : `${title} (${known.join(', ')})`;
}
