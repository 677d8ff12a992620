import type { Language, Practice, PracticeVerdict } from '../core/vocabulary.js';

type RoleKey = 'COMMANDER' | 'ENGINEER' | 'FACILITATOR' | 'REVIEWER' | 'COLLEAGUE';
type MaskKey = 'EMAIL' | 'HOST' | 'ADDRESS' | 'PHONE' | 'TICKET' | 'LINK';
type PartKey =
  | 'times'
  | 'timeline'
  | 'causes'
  | 'TRIGGER'
  | 'ROOT_CAUSE'
  | 'CONTRIBUTING'
  | 'WENT_WELL'
  | 'WENT_WRONG'
  | 'LUCKY'
  | 'SURPRISED'
  | 'practices'
  | 'actions'
  | 'done'
  | 'planned'
  | 'startedAt'
  | 'detectedAt'
  | 'mitigatedAt'
  | 'resolvedAt';

/** What fupan itself says in a public edition, in the language of the case. */
export interface EditionWords {
  /** Somebody by what they were; the letter tells them from the others. */
  readonly person: (role: RoleKey, letter: string) => string;
  readonly masks: Readonly<Record<MaskKey, string>>;
  readonly parts: Readonly<Record<PartKey, string>>;
  readonly verdicts: Readonly<Record<PracticeVerdict, string>>;
  readonly practices: Readonly<Record<Practice, string>>;
  /** Between what a line is about and what it says. */
  readonly colon: string;
  readonly published: (day: string, version: number) => string;
  readonly note: string;
}

const EN_ROLES: Readonly<Record<RoleKey, string>> = {
  COMMANDER: 'incident commander',
  ENGINEER: 'engineer',
  FACILITATOR: 'facilitator',
  REVIEWER: 'reviewer',
  COLLEAGUE: 'colleague',
};

const ZH_HANT_ROLES: Readonly<Record<RoleKey, string>> = {
  COMMANDER: '事故指揮',
  ENGINEER: '工程師',
  FACILITATOR: '主持人',
  REVIEWER: '審閱人',
  COLLEAGUE: '同事',
};

const ZH_HANS_ROLES: Readonly<Record<RoleKey, string>> = {
  COMMANDER: '事故指挥',
  ENGINEER: '工程师',
  FACILITATOR: '主持人',
  REVIEWER: '审阅人',
  COLLEAGUE: '同事',
};

export const EDITION_WORDS: Readonly<Record<Language, EditionWords>> = {
  en: {
    person: (role, letter) => `${EN_ROLES[role]} ${letter}`,
    masks: {
      EMAIL: '‹e-mail address›',
      HOST: '‹internal host›',
      ADDRESS: '‹IP address›',
      PHONE: '‹phone number›',
      TICKET: '‹ticket›',
      LINK: '‹internal link›',
    },
    parts: {
      times: 'Course',
      timeline: 'Timeline',
      causes: 'Causes',
      TRIGGER: 'Trigger',
      ROOT_CAUSE: 'Root cause',
      CONTRIBUTING: 'Contributing factor',
      WENT_WELL: 'What went well',
      WENT_WRONG: 'What went wrong',
      LUCKY: 'Where we were lucky',
      SURPRISED: 'What surprised us',
      practices: 'Practices',
      actions: 'Actions',
      done: 'Done',
      planned: 'Planned',
      startedAt: 'Began',
      detectedAt: 'Detected',
      mitigatedAt: 'Mitigated',
      resolvedAt: 'Resolved',
    },
    verdicts: {
      HELD: 'held',
      FAILED: 'failed',
      ABSENT: 'was absent',
      NOT_APPLICABLE: 'does not apply',
    },
    practices: {
      '1.1': 'Maintenance and upgrades',
      '1.2': 'Backup and redundancy',
      '1.3': 'Monitoring and alerting',
      '2.1': 'Log analysis',
      '2.2': 'Performance testing',
      '2.3': 'External experts',
      '3.1': 'Transparent communication',
      '3.2': 'Temporary workarounds',
      '3.3': 'Critical functions first',
      '4.1': 'Staged recovery',
      '4.2': 'Data-consistency checks',
      '4.3': 'User feedback',
      '5.1': 'Review and case library',
      '5.2': 'Technical upgrades',
      '5.3': 'Drills',
      '5.4': 'Culture',
    },
    colon: ': ',
    published: (day, version) => `Published on ${day} · version ${version}`,
    note: 'People appear by their roles, and internal names have been replaced.',
  },
  'zh-Hant': {
    person: (role, letter) => `${ZH_HANT_ROLES[role]}${letter}`,
    masks: {
      EMAIL: '〈電子郵件地址〉',
      HOST: '〈內部主機〉',
      ADDRESS: '〈IP位址〉',
      PHONE: '〈電話號碼〉',
      TICKET: '〈工單〉',
      LINK: '〈內部連結〉',
    },
    parts: {
      times: '經過',
      timeline: '時間線',
      causes: '原因',
      TRIGGER: '觸發因素',
      ROOT_CAUSE: '根本原因',
      CONTRIBUTING: '促成因素',
      WENT_WELL: '做得好的',
      WENT_WRONG: '做得不好的',
      LUCKY: '幸運之處',
      SURPRISED: '出乎意料的',
      practices: '實踐',
      actions: '改進措施',
      done: '已完成',
      planned: '計畫中',
      startedAt: '開始',
      detectedAt: '發現',
      mitigatedAt: '緩解',
      resolvedAt: '解決',
    },
    verdicts: {
      HELD: '有效',
      FAILED: '失效',
      ABSENT: '缺乏',
      NOT_APPLICABLE: '不適用',
    },
    practices: {
      '1.1': '定期維護與升級',
      '1.2': '備份與冗余',
      '1.3': '監控與預警',
      '2.1': '日誌分析',
      '2.2': '性能測試',
      '2.3': '外部協作',
      '3.1': '透明溝通',
      '3.2': '臨時解決方案',
      '3.3': '優先保障關鍵功能',
      '4.1': '逐步恢復',
      '4.2': '數據一致性校驗',
      '4.3': '用戶反饋收集',
      '5.1': '復盤總結',
      '5.2': '技術升級與架構優化',
      '5.3': '應急預案演練',
      '5.4': '文化建設',
    },
    colon: '：',
    published: (day, version) => `發布於 ${day} · 第 ${version} 版`,
    note: '文中的人以角色稱呼，內部名稱已替換。',
  },
  'zh-Hans': {
    person: (role, letter) => `${ZH_HANS_ROLES[role]}${letter}`,
    masks: {
      EMAIL: '〈电子邮件地址〉',
      HOST: '〈内部主机〉',
      ADDRESS: '〈IP地址〉',
      PHONE: '〈电话号码〉',
      TICKET: '〈工单〉',
      LINK: '〈内部链接〉',
    },
    parts: {
      times: '经过',
      timeline: '时间线',
      causes: '原因',
      TRIGGER: '触发因素',
      ROOT_CAUSE: '根本原因',
      CONTRIBUTING: '促成因素',
      WENT_WELL: '做得好的',
      WENT_WRONG: '做得不好的',
      LUCKY: '幸运之处',
      SURPRISED: '出乎意料的',
      practices: '实践',
      actions: '改进措施',
      done: '已完成',
      planned: '计划中',
      startedAt: '开始',
      detectedAt: '发现',
      mitigatedAt: '缓解',
      resolvedAt: '解决',
    },
    verdicts: {
      HELD: '有效',
      FAILED: '失效',
      ABSENT: '缺乏',
      NOT_APPLICABLE: '不适用',
    },
    practices: {
      '1.1': '定期维护与升级',
      '1.2': '备份与冗余',
      '1.3': '监控与预警',
      '2.1': '日志分析',
      '2.2': '性能测试',
      '2.3': '外部协作',
      '3.1': '透明沟通',
      '3.2': '临时解决方案',
      '3.3': '优先保障关键功能',
      '4.1': '逐步恢复',
      '4.2': '数据一致性校验',
      '4.3': '用户反馈收集',
      '5.1': '复盘总结',
      '5.2': '技术升级与架构优化',
      '5.3': '应急预案演练',
      '5.4': '文化建设',
    },
    colon: '：',
    published: (day, version) => `发布于 ${day} · 第 ${version} 版`,
    note: '文中的人以角色称呼，内部名称已替换。',
  },
};
