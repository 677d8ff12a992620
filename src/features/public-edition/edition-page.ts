import type { Language } from '../../core/vocabulary.js';
import { escapedHtml } from '../../infra/mail/mail-page.js';
import { EDITION_WORDS } from '../../locales/public-edition.js';

const FONTS: Readonly<Record<Language, string>> = {
  en: '"Segoe UI", Roboto, "Noto Sans"',
  'zh-Hant': '"PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC"',
  'zh-Hans': '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC"',
};

const styleFor = (
  language: Language,
): string => `:root { color-scheme: light dark; --ground: #fff; --ink: #23211d; --soft: #645f57; --rule: #e3dfd8; --accent: #1f5f5b; --code: #f4f2ee; }
@media (prefers-color-scheme: dark) { :root { --ground: #171614; --ink: #ece8e1; --soft: #a8a197; --rule: #37332e; --accent: #7cc4bd; --code: #262320; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/${language === 'en' ? '1.6' : '1.75'} system-ui, -apple-system, ${FONTS[language]}, sans-serif; overflow-wrap: anywhere; }
main { max-width: 44rem; margin: 0 auto; padding: 3rem 1.25rem 4rem; }
h1 { margin: 0 0 1.5rem; font-size: 1.875rem; line-height: 1.25; text-wrap: balance; }
h2 { margin: 2.5rem 0 0.75rem; padding-top: 1.25rem; border-top: 1px solid var(--rule); font-size: 1.3125rem; line-height: 1.35; }
h3, h4, h5, h6 { margin: 1.75rem 0 0.5rem; font-size: 1.0625rem; line-height: 1.4; }
p, ul, ol, table, pre, blockquote { margin: 0 0 1rem; }
ul, ol { padding-inline-start: 1.375rem; }
li { margin: 0.25rem 0; }
li > :is(ul, ol) { margin-bottom: 0; }
li strong:first-child { font-variant-numeric: tabular-nums; }
em:lang(zh) { font-style: normal; text-emphasis: dot; }
a { color: var(--accent); text-underline-offset: 0.15em; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.875em; }
code { padding: 0.1em 0.3em; border-radius: 0.25rem; background: var(--code); }
pre { padding: 0.875rem 1rem; border-radius: 0.375rem; background: var(--code); overflow-x: auto; overflow-wrap: normal; }
pre code { padding: 0; background: none; font-size: 1em; }
blockquote { padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule); color: var(--soft); }
table { display: block; width: max-content; max-width: 100%; overflow-x: auto; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 0.375rem 0.75rem; border: 1px solid var(--rule); text-align: start; vertical-align: top; }
footer { margin-top: 3rem; padding-top: 1.25rem; border-top: 1px solid var(--rule); color: var(--soft); font-size: 0.875rem; }
footer p { margin: 0; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 0.25rem; }
@media print { main { max-width: none; padding: 0; } h2, h3 { break-after: avoid; } }
`;

/** What a page of an edition shows. */
export interface EditionPage {
  readonly language: Language;
  readonly title: string;
  /** The text as safe HTML. */
  readonly body: string;
  /** Whether search engines may list it. */
  readonly isListed: boolean;
  /** The version that is out, and since when; null for one that is not. */
  readonly version: { readonly number: number; readonly publishedAt: Date } | null;
}

/** The style sheet of a page, which stands in the page itself: whoever serves it allows it by its hash. */
export const editionStyle = styleFor;

/** A whole page that needs nothing else: no script, no style sheet, no picture. */
export function editionPage({ language, title, body, isListed, version }: EditionPage): string {
  const words = EDITION_WORDS[language];
  const shown = escapedHtml(title);
  const lines = [version === null ? '' : publishedLine(language, version), words.note];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${isListed ? '' : '<meta name="robots" content="noindex, nofollow">\n'}<meta name="referrer" content="no-referrer">
<title>${shown}</title>
<style>${styleFor(language)}</style>
</head>
<body>
<main>
<article>
<h1 dir="auto">${shown}</h1>
${belowTitle(body)}
</article>
<footer>${lines
    .filter((line) => line !== '')
    .map((line) => `<p>${escapedHtml(line)}</p>`)
    .join('')}</footer>
</main>
</body>
</html>
`;
}

/** Text is rendered for a screen with three levels of headings above it; here stands only the title. */
function belowTitle(html: string): string {
  return html.replace(
    /(<\/?h)([4-6])\b/g,
    (_, tag: string, level: string) => `${tag}${Math.max(2, Number(level) - 3)}`,
  );
}

function publishedLine(
  language: Language,
  { number, publishedAt }: NonNullable<EditionPage['version']>,
): string {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return EDITION_WORDS[language].published(day.format(publishedAt), number);
}
