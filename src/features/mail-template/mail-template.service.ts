import { join } from 'node:path';
import mustache from 'mustache';

import type { OutgoingMessage } from '../../core/outgoing-message.js';
import { onOneLine } from '../../core/text/clip.js';
import type { Language } from '../../core/vocabulary.js';
import { messageOfMarkdown } from '../../infra/mail/mail-markdown.js';
import { packageRoot } from '../../infra/package.js';
import { readMailTemplates, type Fields, type MailTemplate } from './mail-template.file.js';

/** Signs that turn the direction of what follows, so that a name reads as another. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

const oneLine = (value: unknown): string => onOneLine(String(value)).replace(TURNING, '');

/** Markdown that is filled in as it is: whoever makes one has seen to it that it ends where it stands. */
export class FilledMarkdown {
  constructor(readonly source: string) {}

  /** What somebody wrote, as a quotation: nothing in it reaches beyond. */
  static quoted(text: string): FilledMarkdown {
    return new FilledMarkdown(quotation(text));
  }

  /** What somebody wrote, behind the `- ` of a list: as it is where it is one line, or else quoted. */
  static inItem(text: string): FilledMarkdown {
    const isPlain = /^(?!```|~~~)[^\n]*$/.test(text);
    return isPlain ? new FilledMarkdown(text) : FilledMarkdown.quotedInItem(text);
  }

  /** What somebody wrote, as a quotation in an item of a list. */
  static quotedInItem(text: string): FilledMarkdown {
    return new FilledMarkdown(quotation(text).replaceAll('\n', ITEM_LINE));
  }
}

/** A line that goes on within an item of a list. */
const ITEM_LINE = '\n  ';
const quotation = (text: string): string => `> ${text.replaceAll('\n', '\n> ')}`;

/** Signs that can mean something to Markdown; a hyphen within a word cannot, as in PM-1. */
const MEANING = /[!-+.:-@[-`{-~]|(?<![\p{L}\p{N}])-|-(?![\p{L}\p{N}])/gu;

/** Text that Markdown takes for what it is: every sign that could mean something is escaped. */
const inMarkdown = (value: unknown): string =>
  value instanceof FilledMarkdown ? value.source : escaped(value);

/** The same, by itself. */
const escaped = (value: unknown): string => oneLine(value).replace(MEANING, (sign) => `\\${sign}`);

/** What fills a template: values by their names; parts as objects or lists of them. */
export type TemplateView = Readonly<Record<string, unknown>>;

/** The templates of one folder of `templates/`, by kind and language. */
export class MailTemplates<Kind extends string> {
  readonly #templates: readonly MailTemplate[];

  /**
   * Reads and checks them: a fault is found at the start, by whoever wrote it.
   * @param folder its name below `templates/`
   * @param fields what each kind may name
   * @throws Error that names each fault with its file and line
   */
  constructor(folder: string, fields: Readonly<Record<Kind, Fields>>) {
    this.#templates = readMailTemplates(join(packageRoot(), 'templates', folder), fields);
  }

  /** What a template says, filled in. Nothing that is filled in is HTML, nor Markdown unless it says so. */
  message(kind: Kind, language: Language, view: TemplateView): OutgoingMessage {
    return filledIn(this.#template(kind, language), view);
  }

  /** The same as Markdown. */
  document(kind: Kind, language: Language, view: TemplateView): FilledTemplate {
    return filled(this.#template(kind, language), view);
  }

  #template(kind: Kind, language: Language): MailTemplate {
    const template = this.#templates.find(
      (each) => each.kind === kind && each.language === language,
    );
    if (!template) throw new Error(`there is no template ${kind} in ${language}`);
    return template;
  }
}

/** What a template says. */
export interface FilledTemplate {
  /** One line, and no Markdown. */
  readonly title: string;
  /** Markdown, without the title. */
  readonly body: string;
  /** Markdown, with the title above. */
  readonly text: string;
}

/** A message of a template and what fills it. */
export function filledIn(template: MailTemplate, view: TemplateView): OutgoingMessage {
  const { title, body } = filled(template, view);
  return messageOfMarkdown(template.language, title, body);
}

function filled({ subject, body }: MailTemplate, view: TemplateView): FilledTemplate {
  const render = (text: string, escape: (value: unknown) => string): string =>
    mustache.render(text, view, {}, { escape });
  const title = oneLine(render(subject, oneLine));
  const rest = render(body, inMarkdown).trim();
  return { title, body: rest, text: `# ${escaped(title)}\n\n${rest}\n` };
}
