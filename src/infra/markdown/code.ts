import { createRequire } from 'node:module';
import type { Env, MarkdownIt, Token } from 'markdown-it';

interface Highlighter {
  registerLanguage(name: string, language: unknown): void;
  getLanguage(name: string): object | undefined;
  highlight(
    code: string,
    options: { language: string; ignoreIllegals: boolean },
  ): { value: string };
}

// Its types bring those of a browser with them, and this is a server.
const require = createRequire(import.meta.url);
const hljs = require('highlight.js/lib/core') as Highlighter;

/** What operators paste: shells, configuration, queries, the languages of services. Each knows its other names. */
const LANGUAGES = [
  'bash',
  'c',
  'cpp',
  'csharp',
  'css',
  'diff',
  'dockerfile',
  'go',
  'ini',
  'java',
  'javascript',
  'json',
  'kotlin',
  'lua',
  'nginx',
  'php',
  'powershell',
  'python',
  'ruby',
  'rust',
  'sql',
  'typescript',
  'xml',
  'yaml',
];
for (const name of LANGUAGES) {
  hljs.registerLanguage(name, require(`highlight.js/lib/languages/${name}`));
}

/** Longer blocks stay plain: nobody reads so far by colour. */
const LONGEST_BLOCK = 50_000;
/** What is coloured of one text altogether. */
const LONGEST_TEXT = 200_000;

/** Fenced and indented code. It can be scrolled by keyboard, and runs from left to right in every language. */
export function codeBlocks(md: MarkdownIt): void {
  const { rules } = md.renderer;
  const { escapeHtml } = md.utils;
  const render = (token: Token, env: Env | undefined): string => {
    const code = token.content;
    const word = /^[\w+#.-]{1,30}/.exec(token.info.trim())?.[0] ?? '';
    const language = hljs.getLanguage(word) ? word.toLowerCase() : null;
    const spent = typeof env?.['coloured'] === 'number' ? env['coloured'] : 0;
    const fits = code.length <= LONGEST_BLOCK && spent + code.length <= LONGEST_TEXT;
    const open = '<pre dir="ltr" tabindex="0">';
    if (language === null || !fits) {
      return `${open}<code>${escapeHtml(code)}</code></pre>\n`;
    }
    if (env) env['coloured'] = spent + code.length;
    const { value } = hljs.highlight(code, { language, ignoreIllegals: true });
    const name = escapeHtml(language.replace(/[^a-z\d-]/g, ''));
    return `${open}<code class="language-${name}">${value}</code></pre>\n`;
  };
  const rule: NonNullable<(typeof rules)[string]> = (tokens, index, _options, env) => {
    const token = tokens[index];
    return token ? render(token, env) : '';
  };
  rules['fence'] = rule;
  rules['code_block'] = rule;
  rules['code_inline'] = (tokens, index) =>
    `<code dir="ltr">${escapeHtml(tokens[index]?.content ?? '')}</code>`;
}
