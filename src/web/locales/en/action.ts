/** Action items and their board. */
export const action = {} as const;
