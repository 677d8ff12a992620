import type { Language } from '../../core/vocabulary.js';
import { pageText, type PageText } from '../../locales/pages.js';
import { html, type Html } from './html.js';

/** Where the one style sheet is. */
export const STYLE_PATH = '/door.css';

/** What every page knows of its reader and of this fupan. */
export interface Frame {
  readonly locale: Language;
  readonly text: PageText;
  /** Whoever is on the way to this fupan can read along. */
  readonly isReadable: boolean;
}

/** The frame of a page for a reader of this language. */
export function frameFor(locale: Language, { isReadable }: { isReadable: boolean }): Frame {
  return { locale, text: pageText(locale), isReadable };
}

/** A whole page: one card in the middle. */
export function page({ locale, text, isReadable }: Frame, title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title} · fupan</title>
        <link rel="stylesheet" href="${STYLE_PATH}" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        ${isReadable && html`<p class="banner" role="alert">${text('insecure')}</p>`}
        <main>
          <p class="brand">
            <span lang="en">fupan</span> <span class="seal" lang="zh-Hant">復盤</span>
          </p>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.text;
}
