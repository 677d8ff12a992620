import { fold } from '../../core/text/fold.js';
import type {
  ActionPriority,
  ActionStatus,
  ActionType,
  IncidentKind,
  PostmortemStatus,
  Severity,
  Visibility,
} from '../../core/vocabulary.js';

/**
 * The words that people use for the closed lists of fupan. Chinese is written in simplified script:
 * what is looked up is folded first, so both scripts are found.
 */
type Table<T> = readonly (readonly [RegExp, T])[];

/** A word of a closed list, and whether the text says nothing besides it. */
export interface Named<T> {
  value: T;
  whole: boolean;
}

function lookUp<T>(table: Table<T>, text: string): Named<T> | undefined {
  const plain = fold(text).replace(/[*_`]/gu, '').trim();
  // `🚧 In progress`: the picture says nothing that the words do not.
  const bare = plain.replace(/^[\p{Extended_Pictographic}\u{FE0F}\s]+/u, '');
  const words = bare === '' ? plain : bare;
  for (const [pattern, value] of table) {
    const match = pattern.exec(words);
    if (match) return { value, whole: match[0].length === words.length };
  }
  return undefined;
}

const CASE_STATUS: Table<PostmortemStatus> = [
  [
    /^(?:draft|in[- ]?progress|wip|work in progress|ongoing|not started|incomplete)\b|^(?:草稿|编写中|撰写中|进行中|未复盘|待复盘|未完成)/u,
    'DRAFT',
  ],
  [
    /^(?:in[- ]?review|under review|review(?:ing)?|pending review)\b|^(?:评审中|审核中|待评审|待审核|复盘中)/u,
    'IN_REVIEW',
  ],
  [/^(?:approved|reviewed)\b|^(?:已批准|已审核|评审通过|已评审)/u, 'APPROVED'],
  [/^(?:archived|obsolete)\b|^已归档/u, 'ARCHIVED'],
  [
    /^(?:completed?|final|published|closed|done|resolved)\b|^(?:完成|已完成|已发布|已复盘|已关闭|已结束|已定级|定稿)/u,
    'PUBLISHED',
  ],
];
/** `Complete, action items in progress` is complete: the first words count. */
export const caseStatusNamed = (text: string) => lookUp(CASE_STATUS, text);

const SEVERITY: Table<Severity> = [
  [
    /^(?:sev[- ]?[01]|s[01]|p[01]|[01]$|critical|blocker|catastrophic)\b|^(?:一级|1级|i级|特别重大|特大|重大)/u,
    'SEV1',
  ],
  [/^(?:sev[- ]?2|s2|p2|2$|major|high)\b|^(?:二级|2级|ii级|严重|较大)/u, 'SEV2'],
  [/^(?:sev[- ]?3|s3|p3|3$|moderate|medium)\b|^(?:三级|3级|iii级|一般)/u, 'SEV3'],
  [/^(?:sev[- ]?4|s4|p4|4$|minor|low)\b|^(?:四级|4级|iv级|轻微)/u, 'SEV4'],
  [/^(?:sev[- ]?5|s5|p5|5$|cosmetic|informational)\b|^(?:五级|5级|v级)/u, 'SEV5'],
];
/** Where a scale begins with 0, its two highest levels are both SEV1. */
export const severityNamed = (text: string) => lookUp(SEVERITY, text);

const VISIBILITY: Table<Visibility> = [
  [/^(?:restricted|private|confidential|secret|true|yes|机密|秘密|绝密|保密|受限)$/u, 'RESTRICTED'],
  [/^(?:organization|organisation|internal|public|false|no|内部|公开)$/u, 'ORGANIZATION'],
];
export const visibilityNamed = (text: string) => lookUp(VISIBILITY, text);

const INCIDENT_KIND: Table<IncidentKind> = [
  [/^(?:near[-_ ]?miss|true|未遂|险肇|虚惊)/u, 'NEAR_MISS'],
  [/^(?:drill|exercise|game ?day|演练)/u, 'DRILL'],
  [/^(?:incident|outage|false|故障|事故|事件)$/u, 'INCIDENT'],
];
export const incidentKindNamed = (text: string) => lookUp(INCIDENT_KIND, text);

const ACTION_TYPE: Table<ActionType> = [
  [/^(?:investigat(?:e|ion)|调查|排查)/u, 'INVESTIGATE'],
  [/^(?:mitigate (?:this incident|now)|mitigate_now|止损|止血)/u, 'MITIGATE_NOW'],
  [/^(?:repair|fix|修复)/u, 'REPAIR'],
  [/^(?:detect(?:ion)?|monitoring|监控|检测|发现|告警)/u, 'DETECT_FUTURE'],
  [/^(?:mitigat(?:e|ion)|缓解|减轻|应急)/u, 'MITIGATE_FUTURE'],
  [/^(?:prevent(?:ion|ive|ative)?|预防|防范)/u, 'PREVENT_FUTURE'],
];
/** Google's later word list has six; the SRE book has prevent, mitigate, process and other. */
export const actionTypeNamed = (text: string) => lookUp(ACTION_TYPE, text);

const ACTION_PRIORITY: Table<ActionPriority> = [
  [/^(?:p0|critical|urgent|紧急|最高)$/u, 'P0'],
  [/^(?:p1|high|highest|高)$/u, 'P1'],
  [/^(?:p2|medium|normal|中)$/u, 'P2'],
  [/^(?:p3|p4|low|lowest|低)$/u, 'P3'],
];
export const actionPriorityNamed = (text: string) => lookUp(ACTION_PRIORITY, text);

/** What a status says of the work. `OPEN` is a promise only where somebody or a day is named. */
const ACTION_STATUS: Table<ActionStatus | 'OPEN'> = [
  [
    /^(?:open|to-?do|not started|new|backlog|pending|未开始|未启动|待启动|待排期|待定|待办|待处理|待开始|未完成|新建)$/u,
    'OPEN',
  ],
  [/^(?:committed|accepted|planned|scheduled|已承诺|已排期|已接受|计划中)$/u, 'COMMITTED'],
  [
    /^(?:in[-_ ]?progress|doing|started|wip|ongoing|in review|进行中|处理中|开发中|实施中)$/u,
    'IN_PROGRESS',
  ],
  [
    /^(?:done|complete|completed|closed|fixed|resolved|finished|merged|shipped|✅|✓|✔️?|已完成|完成|已上线|已关闭|已修复|已解决)$/u,
    'DONE',
  ],
  [/^(?:verified|已验证|已验收)$/u, 'VERIFIED'],
  [
    /^(?:won'?t (?:do|fix)|wontfix|not doing|rejected|cancell?ed|declined|不做|已拒绝|已取消|取消)$/u,
    'REJECTED',
  ],
  [/^(?:paused|on hold|blocked|suspended|暂停|已暂停|挂起|搁置)$/u, 'PAUSED'],
];
export const actionStatusNamed = (text: string) => lookUp(ACTION_STATUS, text);
