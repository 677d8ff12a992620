/** Reading a case. */
export const caseTexts = {} as const;
