import type { OutgoingLine, OutgoingMessage } from '../../core/outgoing-message.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

// Mail readers know no style sheets; what is not said here looks as they like it.
const BODY =
  'margin:0;padding:24px;background:#f6f6f4;color:#1d1d1b;font:15px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans TC","Noto Sans SC",sans-serif';
const CARD =
  'max-width:640px;margin:0 auto;padding:24px 28px;background:#ffffff;border:1px solid #dddcd6;border-radius:6px';
const BUTTON =
  'display:inline-block;margin:0 8px 8px 0;padding:8px 14px;border-radius:4px;background:#1f4f7a;color:#ffffff;text-decoration:none';
const QUIET = 'color:#6a6963;font-size:13px';

/** A message as the HTML part of a mail. */
export function htmlOf({
  locale,
  title,
  intro,
  sections,
  links = [],
  footer,
}: OutgoingMessage): string {
  const parts = [
    `<h1 style="margin:0 0 12px;font-size:20px">${escaped(title)}</h1>`,
    ...(intro === undefined ? [] : [`<p>${escaped(intro)}</p>`]),
    ...sections.map(
      ({ heading, lines }) =>
        `<h2 style="margin:20px 0 6px;font-size:16px">${escaped(heading)}</h2>` +
        `<ul style="margin:0;padding-left:20px">${lines.map(itemOf).join('')}</ul>`,
    ),
    ...(links.length === 0
      ? []
      : [`<p style="margin:20px 0 0">${links.map(buttonOf).join('')}</p>`]),
    ...(footer === undefined ? [] : [`<p style="margin:20px 0 0;${QUIET}">${escaped(footer)}</p>`]),
  ];
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body style="${BODY.replaceAll('"', '&quot;')}"><div style="${CARD}">
${parts.join('\n')}
</div></body>
</html>
`;
}

function itemOf({ text, url, note }: OutgoingLine): string {
  const what = url === undefined ? escaped(text) : `<a href="${escaped(url)}">${escaped(text)}</a>`;
  return `<li>${what}${note === undefined ? '' : ` <span style="${QUIET}">${escaped(note)}</span>`}</li>`;
}

const buttonOf = ({ label, url }: { label: string; url: string }): string =>
  `<a href="${escaped(url)}" style="${BUTTON}">${escaped(label)}</a>`;

/** A message as the plain part of a mail. */
export function textOf({ title, intro, sections, links = [], footer }: OutgoingMessage): string {
  const blocks = [
    title,
    ...(intro === undefined ? [] : [intro]),
    ...sections.map(({ heading, lines }) => [heading, ...lines.map(plainItem)].join('\n')),
    ...(links.length === 0 ? [] : [links.map(({ label, url }) => `${label}: ${url}`).join('\n')]),
    ...(footer === undefined ? [] : [`-- \n${footer}`]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function plainItem({ text, url, note }: OutgoingLine): string {
  const what = note === undefined ? text : `${text} (${note})`;
  return url === undefined ? `- ${what}` : `- ${what}\n  ${url}`;
}
