import type { Language } from '../core/vocabulary.js';

/** Why a revision was made that brings back an earlier one; by its number, and why that was wanted. */
export const RESTORED_BECAUSE: Readonly<
  Record<Language, (revision: number, reason: string) => string>
> = {
  en: (revision, reason) => `Restored v${revision}: ${reason}`,
  'zh-Hant': (revision, reason) => `還原 v${revision}：${reason}`,
  'zh-Hans': (revision, reason) => `还原 v${revision}：${reason}`,
};
