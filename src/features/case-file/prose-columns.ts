import { fold } from '../../core/text/fold.js';

/** What a column of a table can hold. */
export type Column =
  | 'time'
  | 'day'
  | 'evidence'
  | 'words'
  | 'title'
  | 'type'
  | 'owner'
  | 'team'
  | 'due'
  | 'status'
  | 'priority'
  | 'ticket'
  | 'number';

type Kind = 'timeline' | 'actions';

/** Headers of columns by name, folded, without what stands in brackets. The first match is the column. */
const HEADERS: Readonly<Record<Kind, readonly (readonly [Column, RegExp])[]>> = {
  timeline: [
    [
      'time',
      /^(?:time|timestamp|date ?\/ ?time|datetime|date and time|when|utc|时间|时刻|时间点|发生时间|日期时间)\b|^(?:时间|时刻|日期时间|发生时间)/u,
    ],
    ['day', /^(?:date|day|日期)/u],
    // Columns whose cells speak for themselves.
    [
      'words',
      /^(?:event|events|what|what happened|action|actions|action ?\/ ?impact|description|details?|notes?|entry|who|who ?\/ ?what|person|actor|事件|动作|操作|描述|内容|经过|处理|人员|人|操作人|处理人|执行人|负责人|角色|说明|进展)$/u,
    ],
    ['evidence', /^(?:evidence|data link|link|links|source|证据|链接|依据)$/u],
  ],
  actions: [
    ['number', /^(?:#|no\.?|nr\.?|id|序号|编号)$/u],
    [
      'title',
      /^(?:action|action items?|actions|task|item|to ?do|description|what|follow[- ]?up|corrective action|改进措施|措施|改进项|行动项|待办|事项|内容|改进内容|措施描述|改善措施|行动|任务|具体措施)/u,
    ],
    ['type', /^(?:type|kind|category|类型|类别|分类)/u],
    ['team', /^(?:team|group|团队|小组|部门|责任团队|负责团队)/u],
    [
      'owner',
      /^(?:owner|assignee|assigned to|who|dri|responsible|负责人|责任人|跟进人|执行人|经办人|处理人)/u,
    ],
    [
      'due',
      /^(?:due|due date|deadline|target date|eta|by when|完成时间|截止时间|截止日期|期限|计划完成|预计完成|完成日期|到期)/u,
    ],
    ['status', /^(?:status|state|progress|done|状态|进展|进度|完成情况)/u],
    ['priority', /^(?:priority|prio|优先级)/u],
    ['ticket', /^(?:bug|ticket|issue|tracker|link|tracking|jira|url|链接|工单|单号|跟踪|缺陷)/u],
  ],
};

/** What each column holds; undefined for one without a meaning here, and for the second of a kind. */
export function columnsOf(header: readonly string[], kind: Kind): (Column | undefined)[] {
  const seen = new Set<Column>();
  return header.map((cell) => {
    const name = fold(cell)
      .replace(/\([^)]*\)|[*_`]/gu, '')
      .trim();
    const column = HEADERS[kind].find(([, pattern]) => pattern.test(name))?.[0];
    if (column === undefined || (seen.has(column) && column !== 'words')) return undefined;
    seen.add(column);
    return column;
  });
}
