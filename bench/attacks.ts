/** A request that is made to harm, and must cost the server next to nothing. */
export interface Attack {
  readonly name: string;
  /** The body of a POST to GraphQL. */
  readonly body: string;
}

const times = (count: number, make: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => make(n)).join(' ');

const query = (text: string, variables?: unknown): string =>
  JSON.stringify({ query: text, variables });

const nested = (levels: number): string =>
  `{ postmortem(key: "PM-1") ${'{ incidents { postmortems '.repeat(levels / 2)}{ id }${' } }'.repeat(levels / 2)} }`;

/** Each fragment asks twice for the next one. */
const fanOut = (levels: number): string =>
  `{ ...F0 } ${times(levels, (n) => `fragment F${n} on Query { a${n}: __typename ...F${n + 1} ...F${n + 1} }`)}
   fragment F${levels} on Query { __typename }`;

const introspection = (levels: number): string =>
  `{ __schema { types ${'{ fields { type '.repeat(levels)}{ name }${' } }'.repeat(levels)} } }`;

/** The thirteen of the books, two of them in two sizes, and the dearest that is within every limit but one. */
export const ATTACKS: readonly Attack[] = [
  { name: '1,000 aliases', body: query(`{ ${times(1_000, (n) => `a${n}: __typename`)} }`) },
  { name: '10,000 aliases', body: query(`{ ${times(10_000, (n) => `a${n}:id`)} }`) },
  { name: 'a depth of 50', body: query(nested(50)) },
  { name: 'a depth of 5,000', body: query(nested(5_000)) },
  {
    name: 'fragments in a circle',
    body: query('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
  },
  { name: 'a fan-out to 2^20 fields', body: query(fanOut(20)) },
  { name: '20,000 directives', body: query(`{ __typename ${times(20_000, () => '@a')} }`) },
  { name: '40,000 times the same field', body: query(`{ ${'id '.repeat(40_000)} }`) },
  {
    name: '3,000 overlapping fields',
    body: query(`{ ${times(3_000, (n) => `a: postmortem(key: "${n}") { id }`)} }`),
  },
  {
    name: '187 times the same list, within the limit of tokens',
    body: query(`{ ${'postmortems { nodes { id } } '.repeat(187)} }`),
  },
  { name: 'a query of 10 MB', body: query(`{ ${'a '.repeat(5_000_000)} }`) },
  {
    name: '100 queries in one request',
    body: JSON.stringify(Array.from({ length: 100 }, () => ({ query: '{ __typename }' }))),
  },
  { name: 'introspection in circles', body: query(introspection(30)) },
  {
    name: 'a page of 10^9',
    body: query('{ postmortems(first: 1000000000) { nodes { id } } }'),
  },
  {
    name: 'variables 10,000 levels deep',
    body: `{"query":"query ($f: PostmortemFilter) { postmortems(filter: $f) { totalCount } }","variables":{"f":${'{"tag":'.repeat(10_000)}1${'}'.repeat(10_000)}}}`,
  },
  {
    name: 'guesses at the schema',
    body: query(`{ ${times(300, (n) => `postmortm${n}(frist: 1)`)} }`),
  },
];
