/** What administrators see to. */
export const admin = {} as const;
