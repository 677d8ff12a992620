import type { Language } from '../core/vocabulary.js';

/** The words of the lists and numbers in the mail of a week; the sentences around are templates. */
export interface DigestWords {
  readonly sections: Readonly<
    Record<
      | 'CAME_BACK'
      | 'OVERDUE'
      | 'EXTENDED_AGAIN'
      | 'DUE'
      | 'EFFECT_CHECK'
      | 'PAUSE_ENDING'
      | 'TO_VERIFY'
      | 'NEW'
      | 'EXTENDED'
      | 'DONE'
      | 'VERIFIED'
      | 'EFFECTIVE'
      | 'REJECTED',
      string
    >
  >;
  readonly numbers: Readonly<
    Record<'open' | 'overdue' | 'proposed' | 'done' | 'verified' | 'effective' | 'extended', string>
  >;
  readonly recurrences: string;
  readonly waiting: string;
  readonly reading: string;
  readonly reasons: Readonly<Record<'NEW_OF_OWN' | 'NEW' | 'OF_OWN' | 'AGAIN', string>>;
  readonly answers: Readonly<Record<'done' | 'newDate' | 'notDoing', string>>;
  readonly nobody: string;
  /** `{key}` */
  readonly before: string;
  /** `{day}`: due, to be checked, the end of a pause. */
  readonly due: string;
  readonly check: string;
  readonly pausedUntil: string;
  /** @param days 1 or more */
  readonly late: (days: number) => string;
  readonly waited: (days: number) => string;
}

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

export const DIGEST_WORDS: Readonly<Record<Language, DigestWords>> = {
  en: {
    sections: {
      CAME_BACK: 'Came back',
      OVERDUE: 'Overdue',
      EXTENDED_AGAIN: 'Put off twice or more',
      DUE: 'Due in the next seven days',
      EFFECT_CHECK: 'Did it come back? To be checked',
      PAUSE_ENDING: 'Pauses that end',
      TO_VERIFY: 'Done, to be verified by somebody else',
      NEW: 'New',
      EXTENDED: 'Put off',
      DONE: 'Done this week',
      VERIFIED: 'Verified this week',
      EFFECTIVE: 'Shown to work this week',
      REJECTED: 'Rejected this week',
    },
    numbers: {
      open: 'Open',
      overdue: 'Overdue',
      proposed: 'New',
      done: 'Done',
      verified: 'Verified',
      effective: 'Effective',
      extended: 'Put off',
    },
    recurrences: 'Happened before',
    waiting: 'Cases waiting for review',
    reading: 'Worth reading',
    reasons: {
      NEW_OF_OWN: 'published this week, about a service of your own',
      NEW: 'the gravest published this week',
      OF_OWN: 'about a service of your own',
      AGAIN: 'worth reading again',
    },
    answers: { done: 'Done', newDate: 'New date', notDoing: 'Not doing' },
    nobody: 'nobody owns it',
    before: 'as in {key}',
    due: 'due {day}',
    check: 'check on {day}',
    pausedUntil: 'paused until {day}',
    late: (days) => plural(days, 'day late', 'days late'),
    waited: (days) => plural(days, 'day', 'days'),
  },
  'zh-Hant': {
    sections: {
      CAME_BACK: '再度發生',
      OVERDUE: '逾期',
      EXTENDED_AGAIN: '延期兩次以上',
      DUE: '七天內到期',
      EFFECT_CHECK: '是否再度發生？待檢查成效',
      PAUSE_ENDING: '暫停即將結束',
      TO_VERIFY: '已完成，待他人驗證',
      NEW: '新增',
      EXTENDED: '延期',
      DONE: '本週完成',
      VERIFIED: '本週驗證',
      EFFECTIVE: '本週確認有效',
      REJECTED: '本週不採行',
    },
    numbers: {
      open: '未完成',
      overdue: '逾期',
      proposed: '新增',
      done: '完成',
      verified: '驗證',
      effective: '有效',
      extended: '延期',
    },
    recurrences: '曾經發生過',
    waiting: '等待審閱的案例',
    reading: '值得一讀',
    reasons: {
      NEW_OF_OWN: '本週發布，與自己的服務有關',
      NEW: '本週發布中最嚴重的一件',
      OF_OWN: '與自己的服務有關',
      AGAIN: '值得再讀一次',
    },
    answers: { done: '已完成', newDate: '改期', notDoing: '不做了' },
    nobody: '無人負責',
    before: '與 {key} 相同',
    due: '{day} 到期',
    check: '{day} 檢查',
    pausedUntil: '暫停至 {day}',
    late: (days) => `逾期 ${days} 天`,
    waited: (days) => `已等待 ${days} 天`,
  },
  'zh-Hans': {
    sections: {
      CAME_BACK: '再次发生',
      OVERDUE: '逾期',
      EXTENDED_AGAIN: '延期两次以上',
      DUE: '七天内到期',
      EFFECT_CHECK: '是否再次发生？待检查成效',
      PAUSE_ENDING: '暂停即将结束',
      TO_VERIFY: '已完成，待他人验证',
      NEW: '新增',
      EXTENDED: '延期',
      DONE: '本周完成',
      VERIFIED: '本周验证',
      EFFECTIVE: '本周确认有效',
      REJECTED: '本周不采行',
    },
    numbers: {
      open: '未完成',
      overdue: '逾期',
      proposed: '新增',
      done: '完成',
      verified: '验证',
      effective: '有效',
      extended: '延期',
    },
    recurrences: '曾经发生过',
    waiting: '等待审阅的案例',
    reading: '值得一读',
    reasons: {
      NEW_OF_OWN: '本周发布，与自己的服务有关',
      NEW: '本周发布中最严重的一件',
      OF_OWN: '与自己的服务有关',
      AGAIN: '值得再读一次',
    },
    answers: { done: '已完成', newDate: '改期', notDoing: '不做了' },
    nobody: '无人负责',
    before: '与 {key} 相同',
    due: '{day} 到期',
    check: '{day} 检查',
    pausedUntil: '暂停至 {day}',
    late: (days) => `逾期 ${days} 天`,
    waited: (days) => `已等待 ${days} 天`,
  },
};
