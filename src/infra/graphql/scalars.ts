import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/i;

/** Whether a day exists: JavaScript takes February 30 for March 1. */
function isDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

function readInstant(value: unknown): Date {
  if (typeof value === 'string' && INSTANT.test(value)) {
    const instant = new Date(value);
    const year = instant.getUTCFullYear();
    if (isDay(value.slice(0, 10)) && year >= 1 && year <= 9999) return instant;
  }
  throw badInput(
    'A DateTime is written like 2024-03-11T14:05:00Z or 2024-03-11T22:05:00+08:00, with its zone.',
  );
}

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description:
    'An instant, ISO 8601. It is answered in UTC with milliseconds; on input any offset is taken, but one must be there.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => {
    if (value instanceof Date) return value.toISOString();
    throw new TypeError('a DateTime field must hold a Date');
  },
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : undefined),
});

function readDay(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && isDay(value)) return value;
  throw badInput('A Date is a calendar day written like 2024-03-11.');
}

export const DayScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day without a time or a zone, YYYY-MM-DD.',
  serialize: String,
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : undefined),
});

function readText(value: unknown): string {
  if (typeof value === 'string') return value;
  throw badInput('A Markdown value is a string.');
}

export const MarkdownScalar = new GraphQLScalarType<string, string>({
  name: 'Markdown',
  description: 'Markdown source (CommonMark with tables, task lists and footnotes). Never HTML.',
  serialize: readText,
  parseValue: readText,
  parseLiteral: (node) => readText(node.kind === Kind.STRING ? node.value : undefined),
});

export const HtmlScalar = new GraphQLScalarType<string, string>({
  name: 'Html',
  description:
    "HTML made by the server's one renderer of Markdown; safe to show. It needs no styles or scripts of its own, and its headings begin at the fourth level.",
  serialize: readText,
  parseValue: () => {
    throw badInput('HTML is only answered, never taken.');
  },
  parseLiteral: () => {
    throw badInput('HTML is only answered, never taken.');
  },
});
