import { fold } from '../../core/text/fold.js';

/**
 * Verbs that say a direction and no end, as an action begins with them: "Improve the alerts" is
 * never done. After "Postmortem Action Items" (Lueder and Beyer, ;login: 2017), which asks of an
 * action that it be actionable, specific and bounded. Chinese in simplified characters: folded
 * text is.
 */
const OPEN_ENDED =
  /^(please )?((improve|enhance|strengthen|optimi[sz]e|investigate|explore|look into|look at|consider|think about|discuss|review|monitor|watch|pay attention|be (more )?careful|try|work on|better|raise awareness|follow up)\b|(请)?(进一步|持续|继续)?(加强|改善|改进|优化|提高|提升|完善|强化|调查|研究|检讨|考虑|讨论|注意|关注|留意|跟进|小心))/;

/** Words that set an end: a measure, a bound, an outcome. */
const ENDS =
  /\d|%|\b(so that|such that|until|unless|when|whenever|within|by|at least|at most|below|above|under|every|each|before|after|fails? if|instead of|from .+ to)\b|(直到|以便|使得|至少|至多|不超过|低于|高于|每|以内|之内|之前|之后|改为|从.+到|时告警|才)/;

/**
 * Whether an action says where it ends: by "done when", or by a title that does not begin with an
 * open-ended verb, or sets a bound after it. English and both Chinese scripts.
 */
export function isBounded({
  title,
  doneWhen,
}: {
  title: string;
  doneWhen: string | null;
}): boolean {
  if (doneWhen !== null) return true;
  const folded = fold(title).trim();
  return !OPEN_ENDED.test(folded) || ENDS.test(folded);
}
