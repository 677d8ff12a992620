/** One or two characters that stand for somebody: the family name of a Chinese name. */
export function initials(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return [...name][0] ?? '';
  const words = name.split(/\s+/).filter(Boolean);
  const [first = '', ...others] = words.map((word) => [...word][0] ?? '');
  return (first + (others.at(-1) ?? '')).toUpperCase();
}
