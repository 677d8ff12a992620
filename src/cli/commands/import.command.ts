import { ImportService } from '../../features/library/import.service.js';
import type { Command } from '../command-app.js';
import { Progress } from '../io.js';
import { counted } from '../table.js';
import { printImport, type ImportArguments } from './import.output.js';

export function importCommand(args: ImportArguments): Command {
  return async (io, app) => {
    const began = performance.now();
    await app.awake();
    const progress = new Progress(io.stderr);
    progress.show('reading …');
    const service = await app.get(ImportService);
    const result = await service.run(await app.ctx(io), {
      paths: args.paths,
      cwd: io.cwd,
      dryRun: args.dryRun,
      signal: io.signal,
      onProgress: (done) => {
        progress.show(`${counted(done, 'file')} …`);
      },
    });
    progress.clear();
    return printImport(io, result, args, performance.now() - began);
  };
}
