import type { Synonyms } from '../../../core/text/synonyms.js';

/** A part of a run of Chinese, and folded words that mean the same. */
export interface RunPart {
  readonly text: string;
  readonly variants: readonly string[];
}

/**
 * Cuts a folded run where the glossary knows a word, the longest first: 伺服器过热 becomes 伺服器
 * (服务器, server) and 过热 (overheat). What it does not know stays together.
 */
export function runParts(run: string, synonyms: Synonyms): RunPart[] {
  const parts: RunPart[] = [];
  let unknown = '';
  const flush = () => {
    if (unknown !== '') parts.push({ text: unknown, variants: [] });
    unknown = '';
  };
  for (let at = 0; at < run.length;) {
    const known = longestKnown(run, at, synonyms);
    if (known === undefined) {
      unknown += run.charAt(at);
      at += 1;
      continue;
    }
    flush();
    parts.push(known);
    at += known.text.length;
  }
  flush();
  return parts;
}

function longestKnown(run: string, at: number, synonyms: Synonyms): RunPart | undefined {
  for (let length = Math.min(synonyms.longestRun, run.length - at); length >= 2; length -= 1) {
    const text = run.slice(at, at + length);
    const variants = synonyms.of(text);
    if (variants !== undefined) return { text, variants };
  }
  return undefined;
}
