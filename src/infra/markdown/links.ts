import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** Addresses outside that a text may point to. */
const OUTSIDE = /^(https?:\/\/[^/]|mailto:[^/])/i;
/** A path or a place on this page. What begins with two slashes is an address outside, however they lean. */
const HERE = /^(\/(?![/\\])|#)/;
/** A file that the server keeps. */
const ATTACHMENT = /^\/attachments\/[\da-f-]{36}\/[^/?#]+$/;

/** Where the address of a link that was found in running Chinese text ends. */
const CHINESE_PUNCTUATION = /[，。；：、！？“”‘’「」『』（）《》〈〉【】…]/;

/**
 * Links lead to web addresses, mail addresses and places here; whatever else is written as a link
 * stays text. An image is shown if the server keeps it; any other becomes a link, so that nobody's
 * server hears who reads a case.
 */
export function safeLinks(md: MarkdownIt): void {
  md.validateLink = (url) => {
    const address = url.trim();
    return OUTSIDE.test(address) || HERE.test(address);
  };
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  for (const schema of ['ftp:', 'mailto:', '//']) md.linkify.add(schema, null);
  // The inline rule finds whatever has a scheme; this one is for what has none.
  md.core.ruler.disable('linkify');
  md.core.ruler.push('links', (state) => {
    for (const token of state.tokens) {
      if (token.children) token.children = treated(token.children, state);
    }
  });
}

/** The same tokens with images and the ends of addresses seen to. */
function treated(tokens: readonly Token[], state: StateCore): Token[] {
  const done: Token[] = [];
  let isInLink = false;
  // A link to nowhere is what it says.
  let isNoLink = false;
  // What was found behind an address and belongs to the sentence.
  let rest = '';
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'link_open') {
      isNoLink = token.attrGet('href') === '';
      isInLink = !isNoLink;
      const text = tokens[index + 1];
      if (token.markup === 'linkify' && text) rest = cutAddress(token, text, state);
      if (OUTSIDE.test(String(token.attrGet('href')))) token.attrSet('rel', 'noopener noreferrer');
    }
    if (token.type === 'image') done.push(...image(token, state, isInLink));
    else if (!(isNoLink && token.type.startsWith('link_'))) done.push(token);
    if (token.type === 'link_close') {
      isNoLink = false;
      isInLink = false;
      if (rest !== '') done.push(textToken(rest, state));
      rest = '';
    }
  }
  return done;
}

/** Cuts the address of a link before Chinese punctuation; returns what was cut off. */
function cutAddress(open: Token, text: Token, state: StateCore): string {
  const end = text.content.search(CHINESE_PUNCTUATION);
  if (end < 0) return '';
  const rest = text.content.slice(end);
  text.content = text.content.slice(0, end);
  open.attrSet('href', state.md.normalizeLink(text.content));
  return rest;
}

function image(token: Token, state: StateCore, isInLink: boolean): Token[] {
  const address = String(token.attrGet('src'));
  if (ATTACHMENT.test(address)) {
    token.attrSet('loading', 'lazy');
    return [token];
  }
  const label = state.md.renderer.renderInlineAsText(
    token.children ?? [],
    state.md.options,
    state.env,
  );
  const text = textToken(label || address, state);
  if (isInLink || address === '') return [text];
  const open = new state.Token('link_open', 'a', 1);
  open.attrSet('href', address);
  if (OUTSIDE.test(address)) open.attrSet('rel', 'noopener noreferrer');
  return [open, text, new state.Token('link_close', 'a', -1)];
}

export function textToken(content: string, state: StateCore): Token {
  const token = new state.Token('text', '', 0);
  token.content = content;
  return token;
}
