import { AuditLog } from '../../features/audit/audit-log.service.js';
import { EXIT, type Command } from '../command-app.js';
import { say, sayJson } from '../io.js';
import { counted } from '../table.js';

export function migrateCommand({ down, json }: { down: number; json: boolean }): Command {
  return async (io, app) => {
    if (down > 0 && app.isServer) {
      say(io.stderr, 'fupan: the server is running on these tables; stop it before going back');
      return EXIT.refused;
    }
    const database = await app.database();
    if (down > 0) {
      // Only newer tables have a log to note it in; it is noted first, as the log itself may go.
      if (!(await database.hasPendingMigrations())) {
        const audit = await app.get(AuditLog);
        await audit.record(await app.ctx(io), { act: 'migrateDown', detail: { steps: down } });
      }
      await database.migrateDown(down);
      if (json) sayJson(io, { down });
      else say(io.stdout, `Went back ${counted(down, 'migration')}`);
      return EXIT.success;
    }
    const applied = await database.migrate();
    if (json) sayJson(io, { applied });
    else if (applied.length === 0) say(io.stdout, 'The database is up to date');
    else for (const name of applied) say(io.stdout, `applied ${name}`);
    return EXIT.success;
  };
}
