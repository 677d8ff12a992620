/** A text that takes seconds to render on any machine. */
export const hostileText = (characters = 1_000_000): string => '|a|\n|-|\n'.repeat(characters / 8);
