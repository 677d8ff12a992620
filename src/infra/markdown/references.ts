import type { MarkdownIt, StateCore, Token } from 'markdown-it';

import { textToken } from './links.js';

/** Where the page of each kind of key is. */
const PAGES: Readonly<Record<string, string>> = {
  PM: '/postmortems/',
  INC: '/incidents/',
  AI: '/actions/',
};

const KEY = /(?<![\w/.@#-])(PM|INC|AI)-[1-9]\d{0,8}(?![\w-])/g;

/**
 * Makes links of keys such as PM-12. Nobody looks whether there is such a thing: a text looks the
 * same to all who may read it.
 */
export function references(md: MarkdownIt): void {
  md.core.ruler.push('references', (state) => {
    for (const token of state.tokens) {
      if (token.children) token.children = token.children.length === 0 ? [] : linked(token, state);
    }
  });
}

function linked({ children }: Token, state: StateCore): Token[] {
  const done: Token[] = [];
  let isInLink = false;
  for (const token of children ?? []) {
    if (token.type === 'link_open') isInLink = true;
    if (token.type === 'link_close') isInLink = false;
    if (isInLink || token.type !== 'text') done.push(token);
    else addPieces(done, token, state);
  }
  return done;
}

function addPieces(done: Token[], token: Token, state: StateCore): void {
  const { content } = token;
  let at = 0;
  for (const { 0: key, 1: kind = '', index } of content.matchAll(KEY)) {
    if (index > at) done.push(textToken(content.slice(at, index), state));
    const open = new state.Token('link_open', 'a', 1);
    open.attrSet('href', `${PAGES[kind] ?? '/'}${key}`);
    done.push(open, textToken(key, state), new state.Token('link_close', 'a', -1));
    at = index + key.length;
  }
  if (at === 0) done.push(token);
  else if (at < content.length) done.push(textToken(content.slice(at), state));
}
