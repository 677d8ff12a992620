import { fold } from '../../core/text/fold.js';
import type { Milestone, TimelineMarker } from '../../core/vocabulary.js';

/** Words that tell what an event was, on folded text. Where two stand at the same place the first of the table wins. */
const MARKERS: readonly (readonly [TimelineMarker, RegExp])[] = [
  [
    'RECOVERY',
    /告警(?:已)?(?:恢复|解除|消除)|alerts? (?:cleared|resolved|recovered)|recover(?:ed|y|s|ing)?\b|restored?\b|back to normal|all clear|outage ends|incident ends|resolved\b|恢复(?!方案|计划|点)|解除|转为正常|回落/u,
  ],
  [
    'COMMUNICATION',
    /status ?page|announc\w*|posted\b|public(?:ly)? (?:notice|update)|notif(?:ied|y) (?:customers|users)|customers? (?:were |was )?(?:notified|informed)|公告|状态页|通知(?:用户|客户|商家)|对外|致歉|通报|发布说明/u,
  ],
  [
    'DETECTION',
    /alert(?:s|ed|ing)?\b|paged?\b|pager\w*|alarm\w*|告警|报警|监控(?:显示|发现|到)|用户(?:反馈|投诉|报告)|客服|收到.{0,8}(?:反馈|投诉|报告)|customers? report\w*|users? report\w*|first report|reports? (?:of|from)/u,
  ],
  [
    'REPAIR',
    /roll(?:ed|ing|s)? ?back|rollback|revert\w*|fix(?:ed|es|ing)?\b|patch\w*|restart\w*|reboot\w*|scal(?:ed|ing) (?:up|out)|fail(?:ed|ing)? ?over|mitigat\w*|disabl\w*|hotfix|drain\w*|throttl\w*|回滚|回退|修复|重启|扩容|切换|切流|熔断|限流|降级|止损|止血|下线|关闭|热修/u,
  ],
  [
    'DIAGNOSIS',
    /investigat\w*|found\b|identif\w*|discover\w*|diagnos\w*|suspect\w*|root cause|realis\w*|realiz\w*|determin\w*|trac(?:ed|ing)\b|confirm\w*|排查|定位|发现|分析|怀疑|确认|查看日志/u,
  ],
];

/** What kind of event a text tells of: by the first word that says so. */
export function markerOf(text: string): TimelineMarker {
  const folded = fold(text);
  let best: TimelineMarker = 'OTHER';
  let first = Infinity;
  for (const [marker, pattern] of MARKERS) {
    const at = folded.search(pattern);
    if (at >= 0 && at < first) {
      first = at;
      best = marker;
    }
  }
  return best;
}

/** Clauses that say outright that a milestone was reached, as the example of the SRE book does; on folded text. */
const MILESTONES: readonly (readonly [Milestone, RegExp])[] = [
  [
    'startedAt',
    /^(?:the )?(?:outage|(?:user |customer )?impact) (?:begins|began|starts|started)$|^(?:故障|影响)开始$/u,
  ],
  [
    'mitigatedAt',
    /^(?:the )?(?:outage|(?:user |customer )?impact) mitigated$|^(?:故障|影响)止损$/u,
  ],
  [
    'resolvedAt',
    /^(?:the )?(?:outage|(?:user |customer )?impact) (?:ends|ended|over)$|^故障(?:恢复|结束|解除)$|^影响(?:结束|消除)$/u,
  ],
];

const CLAUSE_END = /[,;:.。!*_()|\n]+|[—–]+|\s-\s/u;

/** The milestone that an event names outright: "expect the outage over by noon" names none. */
export function milestoneOf(text: string): Milestone | undefined {
  const clauses = fold(text)
    .split(CLAUSE_END)
    .map((clause) => clause.trim());
  return MILESTONES.find(([, pattern]) => clauses.some((clause) => pattern.test(clause)))?.[0];
}
