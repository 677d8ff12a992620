import type { Language } from '../core/vocabulary.js';

/** What a mail about a review meeting is for. */
export type InvitationNews = 'INVITED' | 'CHANGED' | 'CANCELED' | 'LEFT_OUT';

/** The words of invitations and of calendars. */
export interface ReviewMeetingWords {
  readonly subject: Readonly<Record<InvitationNews, (title: string, when: string) => string>>;
  readonly intro: Readonly<Record<InvitationNews, string>>;
  readonly details: string;
  readonly place: (place: string) => string;
  readonly minutes: (count: number) => string;
  readonly facilitator: (name: string) => string;
  readonly reason: (reason: string) => string;
  readonly open: string;
  readonly footer: string;
}

export const REVIEW_MEETING_WORDS: Readonly<Record<Language, ReviewMeetingWords>> = {
  en: {
    subject: {
      INVITED: (title, when) => `Invitation: ${title}, ${when}`,
      CHANGED: (title, when) => `Changed: ${title}, ${when}`,
      CANCELED: (title, when) => `Canceled: ${title}, ${when}`,
      LEFT_OUT: (title, when) => `No longer invited: ${title}, ${when}`,
    },
    intro: {
      INVITED: 'You are invited to a review meeting. Say in fupan whether you will come.',
      CHANGED: 'A review meeting that you are invited to has changed. This is how it stands now.',
      CANCELED: 'A review meeting that you were invited to will not take place.',
      LEFT_OUT: 'You are not among those invited to this review meeting any more.',
    },
    details: 'When and where',
    place: (place) => `Place: ${place}`,
    minutes: (count) => `${count} minutes`,
    facilitator: (name) => `Facilitator: ${name}`,
    reason: (reason) => `Reason: ${reason}`,
    open: 'Open the meeting',
    footer: 'Which mail you get, you choose in the settings of fupan.',
  },
  'zh-Hant': {
    subject: {
      INVITED: (title, when) => `邀請：${title}，${when}`,
      CHANGED: (title, when) => `已變更：${title}，${when}`,
      CANCELED: (title, when) => `已取消：${title}，${when}`,
      LEFT_OUT: (title, when) => `不再受邀：${title}，${when}`,
    },
    intro: {
      INVITED: '邀請您參加復盤會議。請到 fupan 回覆是否出席。',
      CHANGED: '您受邀參加的復盤會議有變更，現況如下。',
      CANCELED: '您受邀參加的復盤會議不會舉行。',
      LEFT_OUT: '您不再是這場復盤會議的受邀者。',
    },
    details: '時間與地點',
    place: (place) => `地點：${place}`,
    minutes: (count) => `${count} 分鐘`,
    facilitator: (name) => `主持人：${name}`,
    reason: (reason) => `原因：${reason}`,
    open: '開啟會議',
    footer: '想收到哪些郵件，可在 fupan 的設定中選擇。',
  },
  'zh-Hans': {
    subject: {
      INVITED: (title, when) => `邀请：${title}，${when}`,
      CHANGED: (title, when) => `已变更：${title}，${when}`,
      CANCELED: (title, when) => `已取消：${title}，${when}`,
      LEFT_OUT: (title, when) => `不再受邀：${title}，${when}`,
    },
    intro: {
      INVITED: '邀请您参加复盘会议。请到 fupan 回复是否出席。',
      CHANGED: '您受邀参加的复盘会议有变更，现状如下。',
      CANCELED: '您受邀参加的复盘会议不会举行。',
      LEFT_OUT: '您不再是这场复盘会议的受邀者。',
    },
    details: '时间与地点',
    place: (place) => `地点：${place}`,
    minutes: (count) => `${count} 分钟`,
    facilitator: (name) => `主持人：${name}`,
    reason: (reason) => `原因：${reason}`,
    open: '打开会议',
    footer: '想收到哪些邮件，可在 fupan 的设置中选择。',
  },
};
