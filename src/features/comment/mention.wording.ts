/** Signs after which a `@` belongs to an address. */
const IN_ADDRESS = /[A-Za-z0-9._%+-]/;
const LATIN = /[\p{Script=Latin}\p{N}]/u;

/**
 * Which of these people a text names as `@Name`, as writing completes it. The longest name counts
 * where one begins with another; all who bear the same name are meant by it.
 */
export function mentionedIn<Named extends { readonly name: string }>(
  text: string,
  people: readonly Named[],
): Named[] {
  const longestFirst = [...people].sort((one, other) => other.name.length - one.name.length);
  const names = new Set<string>();
  for (const { index } of text.matchAll(/@/g)) {
    if (IN_ADDRESS.test(text.charAt(index - 1))) continue;
    const found = longestFirst.find(({ name }) => isNamedAt(text, index + 1, name));
    if (found) names.add(found.name);
  }
  return people.filter(({ name }) => names.has(name));
}

/** Names in letters end where a word ends; a Chinese sentence goes on without a blank. */
function isNamedAt(text: string, at: number, name: string): boolean {
  if (name === '' || !text.startsWith(name, at)) return false;
  return !(LATIN.test(name.slice(-1)) && LATIN.test(text.charAt(at + name.length)));
}
