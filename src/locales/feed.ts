import type { Language } from '../core/vocabulary.js';

/** What a day of a calendar is about. */
export type DueKind = 'DUE' | 'PAUSE_ENDING' | 'EFFECT_CHECK' | 'TASK';

/** The words of feeds and calendars; a digest in a feed has those of its mail. */
export interface FeedWords {
  readonly ownDigest: string;
  readonly teamDigest: (team: string) => string;
  readonly organizationDigest: string;
  readonly ownDays: string;
  readonly teamDays: (team: string) => string;
  readonly day: Readonly<Record<DueKind, (title: string) => string>>;
  readonly states: Readonly<
    Record<
      | 'PROPOSED'
      | 'COMMITTED'
      | 'IN_PROGRESS'
      | 'PAUSED'
      | 'VERIFIED'
      | 'UPCOMING'
      | 'DUE'
      | 'MISSED',
      string
    >
  >;
  readonly owner: (name: string) => string;
  readonly nobody: string;
}

export const FEED_WORDS: Readonly<Record<Language, FeedWords>> = {
  en: {
    ownDigest: 'fupan: your weeks',
    teamDigest: (team) => `fupan: the weeks of ${team}`,
    organizationDigest: 'fupan: the weeks of the organization',
    ownDays: 'fupan: what you owe',
    teamDays: (team) => `fupan: what ${team} owes`,
    day: {
      DUE: (title) => `Due: ${title}`,
      PAUSE_ENDING: (title) => `Pause ends: ${title}`,
      EFFECT_CHECK: (title) => `Did it come back? ${title}`,
      TASK: (title) => `Planned: ${title}`,
    },
    states: {
      PROPOSED: 'Proposed',
      COMMITTED: 'Committed',
      IN_PROGRESS: 'In progress',
      PAUSED: 'Paused',
      VERIFIED: 'Verified',
      UPCOMING: 'Planned',
      DUE: 'Due',
      MISSED: 'Missed',
    },
    owner: (name) => `Owner: ${name}`,
    nobody: 'Nobody owns it.',
  },
  'zh-Hant': {
    ownDigest: 'fupan：你的週報',
    teamDigest: (team) => `fupan：${team}的週報`,
    organizationDigest: 'fupan：全組織週報',
    ownDays: 'fupan：你的待辦',
    teamDays: (team) => `fupan：${team}的待辦`,
    day: {
      DUE: (title) => `到期：${title}`,
      PAUSE_ENDING: (title) => `暫停結束：${title}`,
      EFFECT_CHECK: (title) => `是否再度發生？${title}`,
      TASK: (title) => `排定：${title}`,
    },
    states: {
      PROPOSED: '已提出',
      COMMITTED: '已承諾',
      IN_PROGRESS: '進行中',
      PAUSED: '已暫停',
      VERIFIED: '已驗證',
      UPCOMING: '已排定',
      DUE: '已到期',
      MISSED: '已錯過',
    },
    owner: (name) => `負責人：${name}`,
    nobody: '無人負責。',
  },
  'zh-Hans': {
    ownDigest: 'fupan：你的周报',
    teamDigest: (team) => `fupan：${team}的周报`,
    organizationDigest: 'fupan：全组织周报',
    ownDays: 'fupan：你的待办',
    teamDays: (team) => `fupan：${team}的待办`,
    day: {
      DUE: (title) => `到期：${title}`,
      PAUSE_ENDING: (title) => `暂停结束：${title}`,
      EFFECT_CHECK: (title) => `是否再次发生？${title}`,
      TASK: (title) => `排定：${title}`,
    },
    states: {
      PROPOSED: '已提出',
      COMMITTED: '已承诺',
      IN_PROGRESS: '进行中',
      PAUSED: '已暂停',
      VERIFIED: '已验证',
      UPCOMING: '已排定',
      DUE: '已到期',
      MISSED: '已错过',
    },
    owner: (name) => `负责人：${name}`,
    nobody: '无人负责。',
  },
};
