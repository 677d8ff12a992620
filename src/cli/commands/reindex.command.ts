import { AuditLog } from '../../features/audit/audit-log.service.js';
import { SearchIndexer } from '../../features/search/search-indexer.service.js';
import { EXIT, type Command } from '../command-app.js';
import { Progress, say, sayJson } from '../io.js';
import { counted, duration } from '../table.js';

export function reindexCommand({ json }: { json: boolean }): Command {
  return async (io, app) => {
    const began = performance.now();
    const progress = new Progress(io.stderr);
    const indexed = await (
      await app.get(SearchIndexer)
    ).rebuild((done) => {
      progress.show(`${counted(done, 'case')} …`);
    });
    progress.clear();
    await (await app.get(AuditLog)).record(await app.ctx(io), { act: 'reindex' });
    const ms = performance.now() - began;
    if (json) sayJson(io, { indexed, ms: Math.round(ms) });
    else say(io.stdout, `${counted(indexed, 'case')} indexed in ${duration(ms)}`);
    return EXIT.success;
  };
}
