import type { Ctx } from '../../core/ctx.js';
import { affectedServicesOf, incidentById } from '../../features/incident/incident.loaders.js';
import { PostmortemEntity } from '../../features/postmortem/postmortem.entity.js';
import { incidentIdsOf } from '../../features/postmortem/postmortem.loaders.js';
import { Highlights } from '../../features/search/highlights.service.js';
import { SearchService, type FoundCase } from '../../features/search/search.service.js';
import { serviceById } from '../../features/service-catalog/service.loaders.js';
import { EXIT, type Command } from '../command-app.js';
import { printable, say } from '../io.js';
import { printHits, showHits, type SearchArguments, type ShownHit } from './search.output.js';

export function searchCommand({ query, limit, filter, json }: SearchArguments): Command {
  return async (io, app) => {
    await app.awake();
    const ctx = await app.ctx(io);
    const page = await (await app.get(SearchService)).search(ctx, { query, filter, first: limit });
    if (page.totalCount === 0 && !(await ctx.db.existsBy(PostmortemEntity, {}))) {
      // Most often the command was given in another folder than the one with the data.
      const place = printable(app.config.dataDir);
      say(io.stderr, `fupan: the library in ${place} is empty; import something first`);
    }
    if (json) {
      const nodes = page.nodes.map(({ postmortem: { key, title, source }, score }) => ({
        key,
        title,
        score,
        externalId: source?.externalId ?? null,
      }));
      printHits(io, { ...page, nodes });
    } else {
      const highlights = (await app.get(Highlights)).of(ctx);
      const nodes = await Promise.all(
        page.nodes.map(async (found) => shown(ctx, found, await highlights.load(found))),
      );
      showHits(io, { ...page, nodes });
    }
    return EXIT.success;
  };
}

async function shown(
  ctx: Ctx,
  found: FoundCase,
  highlights: ShownHit['highlights'],
): Promise<ShownHit> {
  const { id, key, title, status, source } = found.postmortem;
  const incidentIds = await incidentIdsOf(ctx).load(id);
  const incidents = await Promise.all(incidentIds.map((each) => incidentOf(ctx, each)));
  const { company, product } = source ?? {};
  return { key, title, status, company, product, incidents, highlights };
}

async function incidentOf(ctx: Ctx, id: string): Promise<ShownHit['incidents'][number]> {
  const [incident, struck] = await Promise.all([
    incidentById(ctx).load(id),
    affectedServicesOf(ctx).load(id),
  ]);
  const services = await Promise.all(
    struck.map(({ serviceId }) => serviceById(ctx).load(serviceId)),
  );
  return {
    severity: incident?.severity ?? null,
    startedAt: incident?.startedAt ?? null,
    services: services.flatMap((service) => service?.name ?? []),
  };
}
