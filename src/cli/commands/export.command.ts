import { resolve } from 'node:path';

import { ExportService } from '../../features/library/export.service.js';
import { EXIT, type Command } from '../command-app.js';
import { Progress } from '../io.js';
import { counted } from '../table.js';
import { printExport, type ExportArguments } from './export.output.js';

export function exportCommand(args: ExportArguments): Command {
  return async (io, app) => {
    const began = performance.now();
    const progress = new Progress(io.stderr);
    const service = await app.get(ExportService);
    const result = await service.run(await app.ctx(io), {
      folder: resolve(io.cwd, args.dir),
      signal: io.signal,
      onProgress: (done) => {
        progress.show(`${counted(done, 'case')} …`);
      },
    });
    progress.clear();
    printExport(io, result, args, performance.now() - began);
    return io.signal.aborted ? EXIT.interrupted : EXIT.success;
  };
}
