/** Incidents. */
export const incident = {} as const;
