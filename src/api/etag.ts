import type { FastifyRequest } from 'fastify';

/** Whether the caller says that they have what this tag stands for. */
export function hasTag({ headers }: Pick<FastifyRequest, 'headers'>, tag: string): boolean {
  const known = (headers['if-none-match'] ?? '').split(',').map((each) => each.trim());
  return known.includes(tag) || known.includes(`W/${tag}`) || known.includes('*');
}
