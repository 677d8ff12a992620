/** The questions, as the API names them. */
export const QUESTIONS = ['timeWellSpent', 'learnedSomething', 'decisionsCarriedOut'] as const;

export type Question = (typeof QUESTIONS)[number];

/** From not at all to very much. */
export const DEGREES = [1, 2, 3, 4, 5] as const;
