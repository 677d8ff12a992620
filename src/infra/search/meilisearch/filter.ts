/**
 * What a document must be for a search to show it. Made of values and rendered here only, so that
 * nothing that anybody typed is ever read as part of an expression.
 */
export type Filter =
  | { readonly kind: 'among'; readonly attribute: string; readonly values: readonly string[] }
  | { readonly kind: 'atLeast' | 'below'; readonly attribute: string; readonly bound: number }
  | { readonly kind: 'not'; readonly of: Filter }
  | { readonly kind: 'every'; readonly of: readonly Filter[] };

/** The attribute has one of the values; none of them: no document has. */
export function among(attribute: string, values: Iterable<string>): Filter {
  return { kind: 'among', attribute, values: [...values] };
}

/** A document without the attribute does not pass. */
export function atLeast(attribute: string, bound: number): Filter {
  return { kind: 'atLeast', attribute, bound };
}

/** A document without the attribute does not pass. */
export function below(attribute: string, bound: number): Filter {
  return { kind: 'below', attribute, bound };
}

export function not(of: Filter): Filter {
  return { kind: 'not', of };
}

/** All of them hold; of none: everything passes. */
export function every(of: readonly Filter[]): Filter {
  return { kind: 'every', of };
}

/** The expression as Meilisearch reads it; empty where everything passes. */
export function render(filter: Filter): string {
  switch (filter.kind) {
    case 'among':
      return `${name(filter.attribute)} IN [${filter.values.map(quoted).join(', ')}]`;
    case 'atLeast':
      return `${name(filter.attribute)} >= ${finite(filter.bound)}`;
    case 'below':
      return `${name(filter.attribute)} < ${finite(filter.bound)}`;
    case 'not': {
      const inner = render(filter.of);
      if (inner === '') throw new Error('Nothing passes the opposite of no condition');
      return `NOT (${inner})`;
    }
    case 'every':
      return filter.of
        .map(render)
        .filter((part) => part !== '')
        .map((part) => `(${part})`)
        .join(' AND ');
  }
}

/**
 * A value that says the same in quotation marks to Meilisearch, which knows no way to write a
 * backslash and compares without regard to case: all but small letters, digits and `-_:` is written
 * as the number of the character.
 */
export function spelledOut(text: string): string {
  return text.replaceAll(
    /[^a-z0-9:_-]/gu,
    (char) => `%${char.codePointAt(0)?.toString(16) ?? ''}.`,
  );
}

/** A value of a field in the form in which it is compared, without what cannot be quoted. */
export function quotable(text: string): string {
  return text.replaceAll(/["'\\\p{Cc}]/gu, ' ').trim();
}

function name(attribute: string): string {
  if (!/^[a-z_]+$/.test(attribute)) throw new Error(`No attribute is called ${attribute}`);
  return attribute;
}

function quoted(value: string): string {
  if (/["\\]/u.test(value)) throw new Error('A value of a filter must be quotable');
  return `"${value}"`;
}

function finite(bound: number): string {
  if (!Number.isFinite(bound)) throw new Error('A bound of a filter must be a number');
  return String(bound);
}
