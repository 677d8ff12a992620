/** What a title leaves open: it wishes instead of saying what to do, or has no end. */
export type TitleHint = 'vague' | 'endless' | 'short';

const VAGUE =
  /^(?:(?:we )?(?:should|must|need to)\b|(?:be|pay) (?:more )?(?:careful|attention)|improve\b|better\b|look (?:into|at)\b|think about\b|consider\b|加強|加强|提高|提升|改善|優化|优化|注意|重視|重视|考慮|考虑|研究一下|應該|应该)/iu;
const ENDLESS =
  /\b(?:always|continuously|regularly|ongoing|keep (?:an eye|monitoring|improving))\b|持續|持续|不斷|不断|隨時|随时|經常|经常/iu;
const SHORT_LATIN = 3;
const SHORT_CHINESE = 6;

/** What to ask of a title so that somebody else could begin, and everybody sees when it is done; null for nothing. */
export function titleHint(title: string): TitleHint | null {
  const text = title.trim();
  if (text === '') return null;
  if (ENDLESS.test(text)) return 'endless';
  const hasFigure = /\p{N}/u.test(text);
  if (VAGUE.test(text) && !hasFigure) return 'vague';
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.split(/\s+/).length;
  const isShort =
    chinese > 0 ? chinese < SHORT_CHINESE && words < SHORT_LATIN : words < SHORT_LATIN;
  return isShort ? 'short' : null;
}
