import type { CaseOnPage } from './case-on-page.js';

/** Whether the reader may write in the case. */
export const mayEdit = (_: CaseOnPage): boolean => false;
