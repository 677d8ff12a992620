/** Reads what Meilisearch calls a filter expression, as far as its reference describes it. */

export type Attributes = Readonly<Record<string, unknown>>;
export type Condition = (document: Attributes) => boolean;

/** The expression is none, or asks for an attribute that cannot be filtered by. */
export class FilterError extends Error {}

const TOKEN = /\s*(?:(\(|\)|\[|\]|,|!=|>=|<=|=|>|<)|"((?:[^"\\]|\\.)*)"|([\w:.-]+))/uy;

interface Token {
  readonly kind: 'sign' | 'text' | 'word';
  readonly text: string;
}

function tokensOf(expression: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(expression);
    if (match === null) throw new FilterError(`cannot read ${expression.slice(at, at + 20)}`);
    const [, sign, text, word = ''] = match;
    if (sign !== undefined) found.push({ kind: 'sign', text: sign });
    else if (text !== undefined) found.push({ kind: 'text', text: text.replaceAll('\\"', '"') });
    else found.push({ kind: 'word', text: word });
  }
  return found;
}

/** @throws FilterError */
export function readFilter(expression: string, filterable: ReadonlySet<string>): Condition {
  const tokens = tokensOf(expression);
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  const isWord = (word: string): boolean =>
    peek()?.kind === 'word' && peek()?.text.toUpperCase() === word;
  const isSign = (sign: string): boolean => peek()?.kind === 'sign' && peek()?.text === sign;
  const take = (sign: string): void => {
    if (!isSign(sign))
      throw new FilterError(`expected ${sign} before ${peek()?.text ?? 'the end'}`);
    at += 1;
  };
  const value = (): string => {
    const token = peek();
    if (token === undefined || token.kind === 'sign') throw new FilterError('expected a value');
    at += 1;
    return token.text;
  };
  const values = (): string[] => {
    const found: string[] = [];
    take('[');
    while (!isSign(']')) {
      found.push(value());
      if (!isSign(']')) take(',');
    }
    take(']');
    return found;
  };
  const attribute = (): string => {
    const name = value();
    if (!filterable.has(name)) throw new FilterError(`attribute ${name} is not filterable`);
    return name;
  };
  const comparison = (): Condition => {
    const name = attribute();
    const isNot = isWord('NOT');
    if (isNot) at += 1;
    if (isWord('IN')) {
      at += 1;
      const wanted = new Set(values().map(normal));
      return (document) =>
        valuesOf(document, name).some((one) => wanted.has(normal(one))) !== isNot;
    }
    const operator = peek()?.text ?? '';
    at += 1;
    const wanted = value();
    const compare = COMPARISONS[operator];
    if (compare === undefined) throw new FilterError(`unknown operator ${operator}`);
    return (document) => compare(valuesOf(document, name), wanted);
  };
  const unit = (): Condition => {
    if (isWord('NOT')) {
      at += 1;
      const inner = unit();
      return (document) => !inner(document);
    }
    if (!isSign('(')) return comparison();
    take('(');
    const inner = either();
    take(')');
    return inner;
  };
  const both = (): Condition => {
    const parts = [unit()];
    while (isWord('AND')) {
      at += 1;
      parts.push(unit());
    }
    return (document) => parts.every((part) => part(document));
  };
  const either = (): Condition => {
    const parts = [both()];
    while (isWord('OR')) {
      at += 1;
      parts.push(both());
    }
    return (document) => parts.some((part) => part(document));
  };
  const condition = either();
  if (at < tokens.length) throw new FilterError(`did not expect ${peek()?.text ?? ''}`);
  return condition;
}

const numeric =
  (holds: (a: number, b: number) => boolean) =>
  (values: readonly unknown[], wanted: string): boolean =>
    values.some((one) => typeof one === 'number' && holds(one, Number(wanted)));

const COMPARISONS: Readonly<
  Record<string, (values: readonly unknown[], wanted: string) => boolean>
> = {
  '=': (values, wanted) => values.some((one) => normal(one) === normal(wanted)),
  '!=': (values, wanted) => !values.some((one) => normal(one) === normal(wanted)),
  '>': numeric((a, b) => a > b),
  '>=': numeric((a, b) => a >= b),
  '<': numeric((a, b) => a < b),
  '<=': numeric((a, b) => a <= b),
};

/** Texts are compared without regard to case. */
function normal(value: unknown): string {
  return String(value).toLowerCase().trim();
}

function valuesOf(document: Attributes, name: string): readonly unknown[] {
  const value = document[name];
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
