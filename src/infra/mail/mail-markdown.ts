import MarkdownIt, { type RendererRule, type Token } from 'markdown-it';

import type {
  OutgoingLine,
  OutgoingLink,
  OutgoingMessage,
  OutgoingSection,
} from '../../core/outgoing-message.js';
import type { Language } from '../../core/vocabulary.js';
import { looks, mailPage, type MAIL_STYLES } from './mail-page.js';

// No more than a mail needs: no HTML, no code, no pictures. What is not known stays as it is written.
const md = new MarkdownIt('zero', { html: false }).enable([
  ...['blockquote', 'hr', 'list', 'heading'],
  ...['newline', 'escape', 'link', 'emphasis'],
]);

const LOOKS: Readonly<Record<string, keyof typeof MAIL_STYLES>> = {
  bullet_list_open: 'list',
  ordered_list_open: 'list',
  blockquote_open: 'quote',
  paragraph_open: 'p',
  link_open: 'link',
  em_open: 'quiet',
  hr: 'rule',
};

const styled =
  (name: keyof typeof MAIL_STYLES): RendererRule =>
  (tokens, index, options, _env, renderer) =>
    renderer
      .renderToken(tokens, index, options)
      .replace(/^(\s*<\w+)/, (begin) => `${begin} ${looks(name)}`);

for (const [type, name] of Object.entries(LOOKS)) md.renderer.rules[type] = styled(name);
md.renderer.rules['heading_open'] = (tokens, index, options, env, renderer) =>
  styled(tokens[index]?.tag === 'h2' ? 'h2' : 'h3')(tokens, index, options, env, renderer);
// What is slanted in print is only more quiet here: Chinese characters do not slant well.
md.core.ruler.push('mail', ({ tokens }) => {
  for (const block of tokens) {
    const inline = block.children ?? [];
    for (const token of inline) if (token.type.startsWith('em_')) token.tag = 'span';
    if (buttonsOf(block) !== null) {
      for (const token of inline) if (token.type === 'link_open') token.meta = { isButton: true };
    }
  }
});
md.renderer.rules['link_open'] = (tokens, index, options, env, renderer) =>
  styled(tokens[index]?.meta?.['isButton'] === true ? 'button' : 'link')(
    tokens,
    index,
    options,
    env,
    renderer,
  );
// Chinese has no spaces between words, so that a line end in it is none either.
md.renderer.rules['softbreak'] = (tokens, index) => brokenBetween(tokens, index);

/**
 * A message that is written in Markdown: for mail as HTML and as text, and in the pieces that a
 * chat shows. `##` begins a section; a paragraph of nothing but links is buttons; `*…*` is a quiet
 * note; below a line of `---` stands why it was sent.
 * @param title one line, and no Markdown
 */
export function messageOfMarkdown(
  locale: Language,
  title: string,
  markdown: string,
): OutgoingMessage {
  const tokens = md.parse(markdown, {});
  const html = mailPage(locale, title, md.renderer.render(tokens, md.options, {}));
  const text = `${[title, ...plainBlocks(tokens)].join('\n\n')}\n`;
  return { locale, title, ...piecesOf(tokens), mail: { html, text } };
}

type Pieces = Pick<OutgoingMessage, 'intro' | 'sections' | 'links' | 'footer'>;

function piecesOf(tokens: readonly Token[]): Pieces {
  const sections: { heading: string; lines: OutgoingLine[] }[] = [];
  const links: OutgoingLink[] = [];
  const intro: string[] = [];
  const footer: string[] = [];
  let isBelow = false;
  let isHeading = false;
  for (const block of tokens) {
    const { type, children } = block;
    if (type === 'hr' && block.level === 0) isBelow = true;
    if (type === 'heading_open' || type === 'heading_close') isHeading = type === 'heading_open';
    if (type !== 'inline') continue;
    const inline = children ?? [];
    const buttons = buttonsOf(block);
    const section = sections.at(-1);
    if (isBelow) footer.push(plain(inline));
    else if (buttons) links.push(...buttons);
    else if (isHeading) sections.push({ heading: plain(inline), lines: [] });
    else if (section) section.lines.push(lineOf(inline));
    else intro.push(plain(inline));
  }
  return {
    intro: intro.length === 0 ? undefined : intro.join('\n'),
    sections: sections.filter(({ lines }) => lines.length > 0) satisfies OutgoingSection[],
    links,
    footer: footer.length === 0 ? undefined : footer.join('\n'),
  };
}

/** The blocks of the text part: what belongs to one list is one. */
function plainBlocks(tokens: readonly Token[]): string[] {
  const blocks: string[] = [];
  let inList = 0;
  let isFirst = false;
  for (const block of tokens) {
    const { type, children } = block;
    if (type === 'bullet_list_open' || type === 'ordered_list_open') inList += 1;
    if (type === 'bullet_list_close' || type === 'ordered_list_close') inList -= 1;
    if (type === 'list_item_open') isFirst = true;
    if (type === 'hr' && block.level === 0) blocks.push('-- ');
    if (type !== 'inline') continue;
    const inline = children ?? [];
    const line = buttonsOf(block)
      ?.map(({ label, url }) => `${label}: ${url}`)
      .join('\n');
    const text = line ?? plainWithLinks(inline);
    if (inList === 0) blocks.push(text);
    else {
      const indent = '  '.repeat(inList - 1);
      const item = `${indent}${isFirst ? '- ' : '  '}${text.replaceAll('\n', `\n${indent}  `)}`;
      // The first line of a list begins a block; the others continue it.
      const last = blocks.at(-1);
      if (last !== undefined && /^ *- /.test(last)) blocks[blocks.length - 1] = `${last}\n${item}`;
      else blocks.push(item);
    }
    isFirst = false;
  }
  return blocks;
}

/** What a list item says, without its link, and with its notes in brackets. */
function plainWithLinks(inline: readonly Token[]): string {
  const { text, url, note } = lineOf(inline);
  const further = linksIn(inline).slice(1);
  const what = note === undefined ? text : text === '' ? note : `${text} (${note})`;
  const lines = further.map(({ label, url: where }) => `${label}: ${where}`);
  return [what, ...(url === undefined ? [] : [url]), ...lines].join('\n');
}

function lineOf(inline: readonly Token[]): OutgoingLine {
  const text: Token[] = [];
  const note: Token[] = [];
  let links = 0;
  let isLink = false;
  let isNote = false;
  for (const token of inline) {
    const { type } = token;
    if (type === 'link_open') links += 1;
    if (type === 'link_open' || type === 'link_close') isLink = type === 'link_open';
    if (type === 'em_open' || type === 'em_close') isNote = type === 'em_open';
    // Only the first link is what the line is about.
    if (!isLink || links === 1) (isNote ? note : text).push(token);
  }
  const notes = plain(note);
  return {
    text: plain(text),
    url: linksIn(inline)[0]?.url,
    note: notes === '' ? undefined : notes,
  };
}

function plain(inline: readonly Token[]): string {
  return inline
    .map(({ type, content }, index) => {
      if (type === 'softbreak') return brokenBetween(inline, index).replace('\n', ' ');
      return type === 'hardbreak' ? '\n' : content;
    })
    .join('')
    .trim();
}

/** The links of a paragraph that has nothing else; null for any other. */
function buttonsOf({ type: kind, level, children }: Token): OutgoingLink[] | null {
  if (kind !== 'inline' || level !== 1) return null;
  const inline = children ?? [];
  const links = linksIn(inline);
  const said = plain(inline).replace(/\s/g, '');
  const linked = links
    .map(({ label }) => label)
    .join('')
    .replace(/\s/g, '');
  return links.length > 0 && said === linked ? links : null;
}

function linksIn(inline: readonly Token[]): OutgoingLink[] {
  const links: { label: string; url: string }[] = [];
  let open: { label: string; url: string } | undefined;
  for (const token of inline) {
    if (token.type === 'link_open') {
      open = { label: '', url: hrefOf(token) };
      links.push(open);
    } else if (token.type === 'link_close') open = undefined;
    else if (open) open.label += token.content;
  }
  return links;
}

const hrefOf = (token: Token): string => String(token.attrGet('href') ?? '');

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** What a line end is between its neighbours: nothing between Chinese characters. */
function brokenBetween(tokens: readonly Token[], index: number): string {
  const before = tokens[index - 1]?.content.at(-1) ?? '';
  const after = tokens[index + 1]?.content.at(0) ?? '';
  return WIDE.test(before) && WIDE.test(after) ? '' : '\n';
}
