import type { OutgoingLine, OutgoingMessage } from '../../core/outgoing-message.js';

/** Characters that mean something in the Markdown of chats that have no way to say that they do not. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  '*': '＊',
  '[': '［',
  ']': '］',
  '`': '｀',
  '~': '～',
  '#': '＃',
  '@': '＠',
  '!': '！',
  '\\': '＼',
};

/** Text that is neither mark-up nor calls anybody: such characters become their wide twins. */
export const literal = (text: string): string =>
  text.replace(/[<>*[\]`~#@!\\]/g, (sign) => LOOKALIKES[sign] ?? '');

/** A message as Markdown without its title: bold headings, lists, links. */
export function markdownOf({ intro, sections, links = [], footer }: OutgoingMessage): string {
  const blocks = [
    ...(intro === undefined ? [] : [literal(intro)]),
    ...sections.map(({ heading, lines }) =>
      [`**${literal(heading)}**`, '', ...lines.map(lineOf)].join('\n'),
    ),
    ...(links.length === 0
      ? []
      : [links.map(({ label, url }) => `[${literal(label)}](${linkable(url)})`).join(' ')]),
    ...(footer === undefined ? [] : [literal(footer)]),
  ];
  return blocks.join('\n\n');
}

function lineOf({ text, url, note }: OutgoingLine): string {
  const what = url === undefined ? literal(text) : `[${literal(text)}](${linkable(url)})`;
  return `- ${what}${note === undefined ? '' : ` – ${literal(note)}`}`;
}

/** An address as it can stand between round brackets. */
const linkable = (url: string): string =>
  url.replace(/[()<>\s]/g, (sign) => encodeURIComponent(sign).replace(/[()]/g, hexOf));

const hexOf = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
