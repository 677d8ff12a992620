import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { insertRows } from '../../infra/database/insert.js';
import type { Catalog } from '../case-file/catalog-file.js';
import { ImprovementPolicyEntity } from '../improvement-policy/improvement-policy.entity.js';
import { ImprovementPolicyService } from '../improvement-policy/improvement-policy.service.js';
import { OrganizationService } from '../organization/organization.service.js';
import { WorkCalendarEntity } from '../work-calendar/work-calendar.entity.js';
import type { Ids } from './catalog-book.js';
import type { ImportFault } from './import-fault.js';

/** Writes what a catalogue file says of calendars and of what is asked of improvements. What is said here already stays. */
@Injectable()
export class OrganizationWriter {
  constructor(
    private readonly organization: OrganizationService,
    private readonly improvement: ImprovementPolicyService,
  ) {}

  /** Adds the calendars that are not there; answers the ids of all that the file names, and what it names in vain. */
  async write(tx: TxCtx, catalog: Catalog): Promise<{ calendars: Ids; faults: ImportFault[] }> {
    const faults: ImportFault[] = [];
    const calendars = await this.#openCalendars(tx, catalog, faults);
    const { calendar, improvement } = catalog.organization ?? {};
    const calendarId = calendars.get(calendar ?? '');
    if (calendarId !== undefined && (await this.organization.find(tx)).calendarId === null) {
      await this.organization.update(tx, { calendarId });
    }
    if (improvement) {
      const row = await tx.db.findOneBy(ImprovementPolicyEntity, {});
      const said = new Set(Object.keys(row?.rules ?? {}));
      const news = Object.entries(improvement).filter(([rule]) => !said.has(rule));
      if (news.length > 0) await this.improvement.update(tx, Object.fromEntries(news));
    }
    return { calendars, faults };
  }

  async #openCalendars(tx: TxCtx, catalog: Catalog, faults: ImportFault[]): Promise<Ids> {
    const { organization, teams } = catalog;
    const named = [
      { name: organization?.calendar, path: ['organization', 'calendar'] },
      ...teams.map(({ calendar }, at) => ({ name: calendar, path: ['teams', at, 'calendar'] })),
    ];
    const names = [...catalog.calendars, ...named].flatMap(({ name }) => name ?? []);
    const rows = await tx.db.findBy(WorkCalendarEntity, { name: In(names) });
    const known = new Map(rows.map(({ name, id }) => [name, id]));
    const added: WorkCalendarEntity[] = [];
    const room = LIMITS.shortList - (await tx.db.countBy(WorkCalendarEntity, {}));
    for (const [at, calendar] of catalog.calendars.entries()) {
      if (known.has(calendar.name)) continue;
      if (added.length >= room) {
        const message = `there are ${LIMITS.shortList} calendars already; remove one first`;
        faults.push({ path: ['calendars', at], message });
        continue;
      }
      const row = { ...calendar, id: newId(), version: 1, createdAt: tx.clock.now() };
      added.push(row);
      known.set(row.name, row.id);
    }
    await insertRows(tx, WorkCalendarEntity, added);
    for (const { name, path } of named) {
      if (name === undefined || known.has(name)) continue;
      const message = `there is no calendar “${name}”; describe it under \`calendars\`, or correct the name`;
      faults.push({ path, message });
    }
    return known;
  }
}
