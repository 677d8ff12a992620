/** What an address can say of a screen: words, or several of them under one name. */
type Search = Record<string, string | readonly string[] | undefined>;

/** Reads `?a=1&b=2&b=3`; what comes once is a word, what comes several times is a list. */
export function parseSearch(text: string): Search {
  const query = new URLSearchParams(text);
  const search: Search = {};
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    search[name] = values.length === 1 ? values[0] : values;
  }
  return search;
}

/** Writes what `parseSearch` reads; what is empty is left out. */
export function writeSearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const word of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof word === 'string' && word !== '') query.append(name, word);
    }
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** One word of an address, if it is there. */
export function word(search: Record<string, unknown>, name: string): string | undefined {
  const value = search[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first !== '' ? first : undefined;
}

/** The words of an address under one name; undefined for none. */
export function words(search: Record<string, unknown>, name: string): string[] | undefined {
  const value = search[name];
  const all = (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
    (each): each is string => typeof each === 'string' && each !== '',
  );
  return all.length === 0 ? undefined : all;
}

/** One of a closed list, if the address names it. */
export function oneOf<const Values extends readonly string[]>(
  search: Record<string, unknown>,
  name: string,
  values: Values,
): Values[number] | undefined {
  const given = word(search, name);
  return values.find((value) => value === given);
}
