import type { MarkdownIt } from 'markdown-it';

const BOX = /^\[([ xX])\][ \t\n]/;

/** Shows list items that begin with `[ ]` or `[x]` with a box; it is ticked in the text, not on the page. */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.push('task_lists', ({ tokens, Token }) => {
    for (const [index, item] of tokens.entries()) {
      if (item.type !== 'list_item_open') continue;
      const text = tokens[index + 2];
      const [first] = text?.children ?? [];
      const mark = text?.type === 'inline' ? BOX.exec(text.content)?.[1] : undefined;
      if (!text?.children || first?.type !== 'text' || mark === undefined) continue;
      item.attrJoin('class', 'task');
      first.content = first.content.slice('[ ]'.length);
      const box = new Token('task_box', 'input', 0);
      box.attrs = [['type', 'checkbox'], ['disabled', ''], ...(mark === ' ' ? [] : CHECKED)];
      // What stands beside the box is its name.
      const open = new Token('task_open', 'label', 1);
      text.children = [open, box, ...text.children, new Token('task_close', 'label', -1)];
    }
  });
}

const CHECKED: [string, string][] = [['checked', '']];
