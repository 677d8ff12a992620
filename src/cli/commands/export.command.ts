import { resolve } from 'node:path';

import { ExportService } from '../../features/library/export.service.js';
import { EXIT, type Command } from '../command-app.js';
import { printable, Progress, say, sayJson } from '../io.js';
import { counted, duration } from '../table.js';

export function exportCommand({ dir, json }: { dir: string; json: boolean }): Command {
  return async (io, app) => {
    const began = performance.now();
    const progress = new Progress(io.stderr);
    const service = await app.get(ExportService);
    const { exported, folder, others } = await service.run(await app.ctx(io), {
      folder: resolve(io.cwd, dir),
      signal: io.signal,
      onProgress: (done) => {
        progress.show(`${counted(done, 'case')} …`);
      },
    });
    progress.clear();
    if (others.length > 0) {
      const some = others.slice(0, 5).map(printable).join(', ');
      say(
        io.stderr,
        `fupan: ${counted(others.length, 'file')} in the folder ${others.length === 1 ? 'is' : 'are'} none of this export and left alone: ${some}${others.length > 5 ? ' …' : ''}`,
      );
    }
    if (json) sayJson(io, { exported, folder, others });
    else {
      const time = duration(performance.now() - began);
      say(io.stdout, `${counted(exported, 'case')} and the catalogue written to ${dir} in ${time}`);
    }
    return io.signal.aborted ? EXIT.interrupted : EXIT.success;
  };
}
