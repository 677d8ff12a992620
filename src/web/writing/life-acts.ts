/** What can be done with a case as a whole. */
export type LifeAct = 'SUBMIT' | 'APPROVE' | 'PUBLISH' | 'REOPEN' | 'ARCHIVE' | 'DELETE';
