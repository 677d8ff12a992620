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

/** Text that Markdown takes for what it is: every sign that could mean something is escaped. */
const inMarkdown = (value: unknown): string =>
  oneLine(value).replace(/[!-/:-@[-`{-~]/g, (sign) => `\\${sign}`);

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

  /** What a template says, filled in. Nothing that is filled in is Markdown or HTML. */
  message(kind: Kind, language: Language, view: TemplateView): OutgoingMessage {
    const template = this.#templates.find(
      (each) => each.kind === kind && each.language === language,
    );
    if (!template) throw new Error(`there is no template ${kind} in ${language}`);
    return filledIn(template, view);
  }
}

/** A message of a template and what fills it. */
export function filledIn(
  { language, subject, body }: MailTemplate,
  view: TemplateView,
): OutgoingMessage {
  const filled = (text: string, escape: (value: unknown) => string): string =>
    mustache.render(text, view, {}, { escape });
  const title = oneLine(filled(subject, oneLine));
  return messageOfMarkdown(language, title, filled(body, inMarkdown));
}
