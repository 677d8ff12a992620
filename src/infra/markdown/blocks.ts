import type { MarkdownIt, RendererRule } from 'markdown-it';

/** The page above a text has three levels of headings of its own. */
const SHIFT = 3;

const ALIGNED = /text-align:(left|center|right)/;

/** Headings begin under those of the page; tables scroll by themselves, and align by classes: the page takes no styles. */
export function tablesAndHeadings(md: MarkdownIt): void {
  const { rules } = md.renderer;
  md.core.ruler.push('headings', ({ tokens }) => {
    for (const token of tokens) {
      if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
      token.tag = `h${Math.min(Number(token.tag.slice(1)) + SHIFT, 6)}`;
    }
  });
  const cell: RendererRule = (tokens, index, options, _env, renderer) => {
    const token = tokens[index];
    const side = ALIGNED.exec(String(token?.attrGet('style')))?.[1];
    if (token) token.attrs = side === undefined ? null : [['class', `align-${side}`]];
    return renderer.renderToken(tokens, index, options);
  };
  rules['th_open'] = cell;
  rules['td_open'] = cell;
  rules['table_open'] = () => '<div class="table" tabindex="0"><table>\n';
  rules['table_close'] = () => '</table></div>\n';
}

/**
 * Takes what is nested too deep as one plain paragraph; the parser would leave it out.
 * @param deepest where the parser stops
 */
export function bottom(md: MarkdownIt, deepest: number): void {
  md.block.ruler.before('table', 'bottom', (state, startLine, endLine, silent) => {
    // A list goes two steps at a time.
    if (silent || state.level < deepest - 2) return false;
    state.push('paragraph_open', 'p', 1);
    const inline = state.push('inline', '', 0);
    inline.content = state.getLines(startLine, endLine, state.blkIndent, false).trim();
    inline.children = [];
    state.push('paragraph_close', 'p', -1);
    state.line = endLine;
    return true;
  });
}
