import { resolve } from 'node:path';
import { z } from 'zod';

import { CATALOG_FILE_NAME } from '../../features/case-file/catalog-file.js';
import { IMPROVEMENT_FILE_NAME } from '../../features/case-file/improvement-file.js';
import { ExportFolder } from '../../features/library/export-folder.js';
import { EXIT, type RemoteCommand } from '../command-app.js';
import { Progress, say } from '../io.js';
import { counted } from '../table.js';
import { printExport, type ExportArguments } from './export.output.js';

/** A page of whole cases takes longer than other answers. */
const PATIENCE_MS = 120_000;

const PAGE = `query ($after: String) {
  postmortems(first: 50, after: $after, orderBy: { field: KEY, direction: ASC }) {
    nodes { key markdown attachments { id } } pageInfo { hasNextPage endCursor } } }`;

const pageSchema = z.object({
  postmortems: z.object({
    nodes: z.array(
      z.object({
        // It becomes the name of a file, wherever it comes from.
        key: z.string().regex(/^PM-\d{1,15}$/),
        markdown: z.string(),
        attachments: z.array(z.object({ id: z.string() })),
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

export function exportElsewhere(args: ExportArguments): RemoteCommand {
  return async (io, library) => {
    const began = performance.now();
    const progress = new Progress(io.stderr);
    let page = await library.ask(pageSchema, PAGE, {}, PATIENCE_MS);
    const folder = await ExportFolder.open(resolve(io.cwd, args.dir));
    let exported = 0;
    let leftOut = 0;
    for (;;) {
      const { nodes, pageInfo } = page.postmortems;
      for (const { key, markdown, attachments } of nodes) {
        await folder.write(`${key}.md`, markdown);
        leftOut += attachments.length;
      }
      exported += nodes.length;
      progress.show(`${counted(exported, 'case')} …`);
      if (!pageInfo.hasNextPage) break;
      page = await library.ask(pageSchema, PAGE, { after: pageInfo.endCursor }, PATIENCE_MS);
    }
    const schema = z.object({ catalog: z.string(), improvement: z.string() });
    const beside = await library.ask(schema, '{ catalog improvement }', {}, PATIENCE_MS);
    await folder.write(CATALOG_FILE_NAME, beside.catalog);
    await folder.write(IMPROVEMENT_FILE_NAME, beside.improvement);
    progress.clear();
    if (leftOut > 0) {
      const what = `${counted(leftOut, 'file')} of cases left out`;
      say(io.stderr, `fupan: ${what}; export on the machine of the library to have them`);
    }
    const { path, others } = folder;
    printExport(io, { exported, folder: path, others }, args, performance.now() - began);
    return EXIT.success;
  };
}
