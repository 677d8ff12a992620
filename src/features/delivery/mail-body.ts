import type { OutgoingLine, OutgoingMessage } from '../../core/outgoing-message.js';
import { escapedHtml, looks, mailPage } from '../../infra/mail/mail-page.js';

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
    ...(intro === undefined ? [] : [`<p ${looks('p')}>${escapedHtml(intro)}</p>`]),
    ...sections.map(
      ({ heading, lines }) =>
        `<h2 ${looks('h2')}>${escapedHtml(heading)}</h2>` +
        `<ul ${looks('list')}>${lines.map(itemOf).join('')}</ul>`,
    ),
    ...(links.length === 0 ? [] : [`<hr ${looks('rule')}><p>${links.map(buttonOf).join('')}</p>`]),
    ...(footer === undefined ? [] : [`<p ${looks('quiet')}>${escapedHtml(footer)}</p>`]),
  ];
  return mailPage(locale, title, parts.join('\n'));
}

function itemOf({ text, url, note }: OutgoingLine): string {
  const what =
    url === undefined
      ? escapedHtml(text)
      : `<a ${looks('link')} href="${escapedHtml(url)}">${escapedHtml(text)}</a>`;
  return `<li>${what}${note === undefined ? '' : ` <span ${looks('quiet')}>${escapedHtml(note)}</span>`}</li>`;
}

const buttonOf = ({ label, url }: { label: string; url: string }): string =>
  `<a ${looks('button')} href="${escapedHtml(url)}">${escapedHtml(label)}</a>`;

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
