/** Services, teams and people. */
export const catalog = {} as const;
