/** Writing a case. */
export const writing = {} as const;
