import type { Language } from '../../core/vocabulary.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that can stand in HTML, in an attribute too. */
export const escapedHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

/** How the parts of a mail look. Mail readers know few style sheets: what is not said at the element itself looks as they like it. */
export const MAIL_STYLES = {
  body: 'margin:0;padding:24px;background:#f6f6f4;color:#1d1d1b;font:15px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans TC","Noto Sans SC",sans-serif;overflow-wrap:anywhere',
  card: 'max-width:640px;margin:0 auto;padding:24px 28px;background:#ffffff;border:1px solid #dddcd6;border-radius:6px',
  h1: 'margin:0 0 12px;font-size:20px;line-height:1.3',
  h2: 'margin:20px 0 6px;font-size:16px;line-height:1.4',
  h3: 'margin:16px 0 4px;font-size:15px;line-height:1.4',
  p: 'margin:8px 0',
  list: 'margin:0;padding-left:20px',
  quote: 'margin:8px 0;padding-left:12px;border-left:3px solid #dddcd6',
  link: 'color:#1f4f7a',
  button:
    'display:inline-block;margin:0 8px 8px 0;padding:8px 14px;border-radius:4px;background:#1f4f7a;color:#ffffff;text-decoration:none',
  quiet: 'color:#6a6963;font-size:13px',
  rule: 'margin:20px 0 12px;border:0;border-top:1px solid #dddcd6',
} as const;

/** For readers that do know style sheets and are dark; the classes say which element is which. */
const DARK = `@media (prefers-color-scheme: dark) {
body{background:#191918!important;color:#e9e8e3!important}
.card{background:#232322!important;border-color:#43423f!important}
a{color:#8fc1ea!important}
.button{background:#8fc1ea!important;color:#14222e!important}
.quiet{color:#a9a8a1!important}
.rule,.quote{border-color:#43423f!important}
}`;

/** The attributes of an element that looks so. */
export const looks = (name: keyof typeof MAIL_STYLES): string =>
  `class="${name}" style="${escapedHtml(MAIL_STYLES[name])}"`;

/**
 * A whole page for the HTML part of a mail.
 * @param content HTML, below the title
 */
export function mailPage(locale: Language, title: string, content: string): string {
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escapedHtml(title)}</title>
<style>${DARK}</style></head>
<body ${looks('body')}><div ${looks('card')}>
<h1 ${looks('h1')}>${escapedHtml(title)}</h1>
${content}
</div></body>
</html>
`;
}
