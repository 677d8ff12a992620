import { createHash } from 'node:crypto';

import { LANGUAGES, type Language } from '../../core/vocabulary.js';
import { LANGUAGE_NAMES, pageText, type PageText } from '../../locales/pages.js';
import { html, type Html } from './html.js';
import { STYLE } from './style.js';

/** Where the one style sheet is. */
export const STYLE_PATH = '/door.css';

/** The address changes with what is there, so that no browser shows a page in the style of the version before. */
const STYLE_URL = `${STYLE_PATH}?v=${createHash('sha256').update(STYLE).digest('hex').slice(0, 8)}`;

/** What every page knows of its reader and of this fupan. */
export interface Frame {
  readonly locale: Language;
  readonly text: PageText;
  /** Whoever is on the way to this fupan can read along. */
  readonly isReadable: boolean;
  /** Where the page can be asked for again, in another language. */
  readonly here: string;
}

/** The frame of a page for a reader of this language. */
export function frameFor(
  locale: Language,
  { isReadable }: { isReadable: boolean },
  here: string,
): Frame {
  return { locale, text: pageText(locale), isReadable, here };
}

/**
 * A whole page: one card in the middle.
 * @param isFaulty whoever has the page read to them hears first that something is wrong
 */
export function page(frame: Frame, title: string, body: Html, isFaulty = false): string {
  const { locale, text, isReadable } = frame;
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${isFaulty ? text('faultyTitle', { title }) : title} · fupan</title>
        <link rel="stylesheet" href="${STYLE_URL}" />
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
        ${languages(frame)}
      </body>
    </html> `.text;
}

/** Every language under its own name; whoever needs it cannot read the others. */
function languages({ locale, text, here }: Frame): Html {
  const next = encodeURIComponent(here);
  const entries = LANGUAGES.map((language) => {
    const name = LANGUAGE_NAMES[language];
    return language === locale
      ? html`<span lang="${language}" aria-current="true">${name}</span>`
      : html`<a lang="${language}" href="/language?to=${language}&#38;next=${next}">${name}</a>`;
  });
  return html`<nav class="languages" aria-label="${text('language')}">${entries}</nav>`;
}
