/**
 * The words of a Markdown text without what only a renderer reads, for the search index: comments,
 * link targets and emphasis signs go; all else, code too, stays. Not meant for showing.
 */
export function plainText(markdown: string): string {
  return (
    markdown
      .replace(/<!--[\s\S]*?-->/gu, ' ')
      // `[words](target)` and `![words](target)`; a bare address stays, people search for those.
      .replace(/(?<=\])\([^()\s]{1,2000}(?:\s+"[^"\n]{0,500}")?\)/gu, ' ')
      // Emphasis inside of a word must not split it: un**believ**able.
      .replace(/\*{1,3}|~~/gu, '')
  );
}
