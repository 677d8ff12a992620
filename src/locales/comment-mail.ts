import type { Language } from '../core/vocabulary.js';

/** What somebody did that another is told of; the sentences around are templates. */
type CommentMailWords = Readonly<
  Record<'MENTIONED' | 'ASKED' | 'REPLIED', (name: string) => string>
>;

export const COMMENT_MAIL_WORDS: Readonly<Record<Language, CommentMailWords>> = {
  en: {
    MENTIONED: (name) => `${name} mentioned you`,
    ASKED: (name) => `${name} asks about your case`,
    REPLIED: (name) => `${name} replied`,
  },
  'zh-Hant': {
    MENTIONED: (name) => `${name} 提到了你`,
    ASKED: (name) => `${name} 對你的案例提問`,
    REPLIED: (name) => `${name} 回覆了`,
  },
  'zh-Hans': {
    MENTIONED: (name) => `${name} 提到了你`,
    ASKED: (name) => `${name} 对你的案例提问`,
    REPLIED: (name) => `${name} 回复了`,
  },
};
