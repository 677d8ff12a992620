import { Injectable } from '@nestjs/common';

import { personIdOf } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import { MarkdownRenderer } from '../../infra/markdown/markdown-renderer.js';
import { escapedText } from '../../infra/markdown/markdown.js';
import { MESSAGES } from '../../locales/messages.js';

/** Shows texts of cases; what cannot be rendered can still be read. */
@Injectable()
export class RenderingService {
  constructor(private readonly renderer: MarkdownRenderer) {}

  /**
   * The HTML of a text; the text as it was written, under a note, if it cannot be rendered in time.
   * @param place tells the texts of one page apart
   */
  async html({ actor, locale }: Ctx, text: string, place: string): Promise<string> {
    const html = await this.renderer.html(text, place, personIdOf(actor) ?? actor.kind);
    if (html !== null) return html;
    const note = escapedText(MESSAGES[locale].shownAsWritten);
    return `<p class="note">${note}</p>\n<div class="as-written">${escapedText(text)}</div>\n`;
  }
}
