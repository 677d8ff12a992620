import type { Language, SignOffVerdict } from '../core/vocabulary.js';

/** Words of minutes that their templates leave open. */
export interface ReviewMinutesWords {
  readonly minutes: (count: number) => string;
  readonly outcome: Readonly<Record<'DISCUSSED' | 'CARRIED_OVER' | 'NONE', string>>;
  readonly verdict: Readonly<Record<SignOffVerdict | 'NONE', string>>;
  /** A question that the meeting was to talk about. */
  readonly carried: string;
  readonly nobody: string;
  readonly due: (day: string) => string;
}

export const REVIEW_MINUTES_WORDS: Readonly<Record<Language, ReviewMinutesWords>> = {
  en: {
    minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
    outcome: {
      DISCUSSED: 'Discussed',
      CARRIED_OVER: 'Carried over to another meeting',
      NONE: 'Not discussed yet',
    },
    verdict: {
      AGREED: 'agreed',
      AGREED_WITH_RESERVATIONS: 'agreed with reservations',
      REFUSED: 'refused',
      NONE: 'has not said yet',
    },
    carried: 'for the meeting',
    nobody: 'nobody owns it',
    due: (day) => `due ${day}`,
  },
  'zh-Hant': {
    minutes: (count) => `${count} 分鐘`,
    outcome: { DISCUSSED: '已討論', CARRIED_OVER: '延至下次會議', NONE: '尚未討論' },
    verdict: {
      AGREED: '同意',
      AGREED_WITH_RESERVATIONS: '有保留地同意',
      REFUSED: '不同意',
      NONE: '尚未表示',
    },
    carried: '留待會議討論',
    nobody: '無人負責',
    due: (day) => `${day} 到期`,
  },
  'zh-Hans': {
    minutes: (count) => `${count} 分钟`,
    outcome: { DISCUSSED: '已讨论', CARRIED_OVER: '延至下次会议', NONE: '尚未讨论' },
    verdict: {
      AGREED: '同意',
      AGREED_WITH_RESERVATIONS: '有保留地同意',
      REFUSED: '不同意',
      NONE: '尚未表示',
    },
    carried: '留待会议讨论',
    nobody: '无人负责',
    due: (day) => `${day} 到期`,
  },
};
