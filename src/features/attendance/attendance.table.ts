import type { Ctx } from '../../core/ctx.js';
import type { Database } from '../../infra/database/database.js';
import { FORGOTTEN_MS, type Attending } from './attendance.book.js';

interface Row {
  readonly personId: string;
  readonly writing: string | null;
  /** The driver reads what may be large as text. */
  readonly since: string;
}

/** Who has which case open, for all processes on one PostgreSQL. */
export class AttendanceTable {
  constructor(private readonly database: Database) {}

  /** Notes somebody who has a case open, and forgets who has left. */
  async note(
    ctx: Ctx,
    postmortemId: string,
    personId: string,
    writing: string | null,
  ): Promise<void> {
    const now = ctx.clock.now().getTime();
    await this.database.transaction(ctx, async ({ db }) => {
      // Those that somebody else writes at this moment are passed over, so that nobody waits.
      await db.query(
        `DELETE FROM attendance WHERE (postmortem_id, person_id) IN
         (SELECT postmortem_id, person_id FROM attendance WHERE seen_at < $1 FOR UPDATE SKIP LOCKED)`,
        [now - FORGOTTEN_MS],
      );
      await db.query(
        `INSERT INTO attendance (postmortem_id, person_id, writing, since, seen_at)
         VALUES ($1, $2, $3, $4, $4) ON CONFLICT (postmortem_id, person_id)
         DO UPDATE SET writing = $3, seen_at = $4`,
        [postmortemId, personId, writing, now],
      );
    });
  }

  /** Whoever has a case open, whoever came first first. */
  async at(ctx: Ctx, postmortemId: string): Promise<Attending[]> {
    const rows = await this.database.read.query<Row[]>(
      `SELECT person_id AS "personId", writing, since FROM attendance
       WHERE postmortem_id = $1 AND seen_at >= $2 ORDER BY since, person_id`,
      [postmortemId, ctx.clock.now().getTime() - FORGOTTEN_MS],
    );
    return rows.map(({ since, ...row }) => ({ ...row, since: new Date(Number(since)) }));
  }
}
