import type { Language } from '../core/vocabulary.js';

/** The words of the lists in a reminder; the sentences around are templates. */
export interface ReminderWords {
  readonly headings: Readonly<
    Record<
      | 'OVERDUE'
      | 'ESCALATED'
      | 'DUE_SOON'
      | 'EFFECT_CHECK'
      | 'PAUSE_ENDING'
      | 'TO_VERIFY'
      | 'UNDECIDED',
      string
    >
  >;
  readonly answers: Readonly<Record<'done' | 'newDate' | 'notDoing', string>>;
  readonly nobody: string;
  /** @param days 1 or more */
  readonly late: (days: number) => string;
}

export const REMINDER_WORDS: Readonly<Record<Language, ReminderWords>> = {
  en: {
    headings: {
      OVERDUE: 'Overdue',
      ESCALATED: 'Overdue in your team, and nobody has answered',
      DUE_SOON: 'Due soon',
      EFFECT_CHECK: 'Did it come back?',
      PAUSE_ENDING: 'Pauses that end',
      TO_VERIFY: 'Done in your team, and not verified',
      UNDECIDED: 'Proposed in your team, and not decided',
    },
    answers: { done: 'Done', newDate: 'New date', notDoing: 'Not doing' },
    nobody: 'nobody owns it',
    late: (days) => `${days} ${days === 1 ? 'day' : 'days'} late`,
  },
  'zh-Hant': {
    headings: {
      OVERDUE: '逾期',
      ESCALATED: '團隊中逾期且無人回應',
      DUE_SOON: '即將到期',
      EFFECT_CHECK: '是否再度發生？',
      PAUSE_ENDING: '暫停即將結束',
      TO_VERIFY: '團隊中已完成、尚未驗證',
      UNDECIDED: '團隊中已提出、尚未決定',
    },
    answers: { done: '已完成', newDate: '改期', notDoing: '不做了' },
    nobody: '無人負責',
    late: (days) => `逾期 ${days} 天`,
  },
  'zh-Hans': {
    headings: {
      OVERDUE: '逾期',
      ESCALATED: '团队中逾期且无人回应',
      DUE_SOON: '即将到期',
      EFFECT_CHECK: '是否再次发生？',
      PAUSE_ENDING: '暂停即将结束',
      TO_VERIFY: '团队中已完成、尚未验证',
      UNDECIDED: '团队中已提出、尚未决定',
    },
    answers: { done: '已完成', newDate: '改期', notDoing: '不做了' },
    nobody: '无人负责',
    late: (days) => `逾期 ${days} 天`,
  },
};
