export const caseTexts = {};
