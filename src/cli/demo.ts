import type { Ctx } from '../core/ctx.js';
import { CaseFileError } from '../features/case-file/case-file.error.js';
import { ImportService } from '../features/library/import.service.js';
import { demoFiles } from './demo-files.js';
import { REVIEWS_FILE_NAME } from './demo-reviews-file.js';
import { playReviews, type DemoFault, type DemoHost } from './demo-reviews.js';

/**
 * Fills an empty library with sample cases and with how people reviewed them, as of today.
 * @returns how many cases there are, and what is wrong with the files
 */
export async function fillDemo(
  host: DemoHost,
  ctx: Ctx,
  folder: string,
): Promise<{
  readonly created: number;
  readonly faults: readonly (DemoFault & { readonly file: string })[];
}> {
  const all = demoFiles(folder, ctx.clock.now().toISOString().slice(0, 10));
  const files = all.filter(({ name }) => name !== REVIEWS_FILE_NAME);
  const { created, failed } = await host.get(ImportService).handOver(ctx, { files });
  const reviews = all.find(({ name }) => name === REVIEWS_FILE_NAME);
  const faults = reviews ? await reviewFaults(host, ctx, reviews.content) : [];
  return {
    created,
    faults: [...failed, ...faults.map((fault) => ({ file: REVIEWS_FILE_NAME, ...fault }))],
  };
}

async function reviewFaults(host: DemoHost, ctx: Ctx, content: string): Promise<DemoFault[]> {
  try {
    return await playReviews(host, ctx, content);
  } catch (error) {
    if (!(error instanceof CaseFileError)) throw error;
    return [{ line: error.line, message: error.message }];
  }
}
