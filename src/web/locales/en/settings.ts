/** What somebody sets for themselves, and the first steps. */
export const settings = {} as const;
