import type { CaseOnPage } from './case-on-page.js';

/** Whether the reader may write in the case. */
export const mayEdit = ({ allowedActs }: CaseOnPage): boolean => allowedActs.includes('EDIT');
