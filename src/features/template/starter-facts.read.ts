import type { Ctx } from '../../core/ctx.js';
import { INCIDENT_KINDS, MILESTONES } from '../../core/vocabulary.js';
import { affectedServicesOf, incidentById } from '../incident/incident.loaders.js';
import { serviceById } from '../service-catalog/service.loaders.js';
import type { RuleFacts } from './template-rules.js';
import type { StarterFacts } from './template-starter.js';

/** Incidents as the caller may read them, in order; the others count as not there. */
async function readable(ctx: Ctx, incidentIds: readonly string[]) {
  const found = await Promise.all(incidentIds.map((id) => incidentById(ctx).load(id)));
  const incidents = found.filter((incident) => incident !== null);
  const struck = await Promise.all(incidents.map(({ id }) => affectedServicesOf(ctx).load(id)));
  const ids = [...new Set(struck.flat().map(({ serviceId }) => serviceId))];
  const services = await Promise.all(ids.map((id) => serviceById(ctx).load(id)));
  const [severity = null] = incidents.flatMap((each) => each.severity ?? []).sort();
  return { incidents, severity, services: services.filter((service) => service !== null) };
}

/** What rules look at: of several incidents the gravest kind and severity, and all that they struck. */
export async function ruleFactsOf(ctx: Ctx, incidentIds: readonly string[]): Promise<RuleFacts> {
  const { incidents, severity, services } = await readable(ctx, incidentIds);
  const kind = INCIDENT_KINDS.find((each) => incidents.some((one) => one.kind === each)) ?? null;
  return { kind, severity, services };
}

/** What starter texts may name of a case that begins; its times are those of its first incident. */
export async function starterFactsOf(
  ctx: Ctx,
  title: string,
  incidentIds: readonly string[],
): Promise<StarterFacts> {
  const { incidents, severity, services } = await readable(ctx, incidentIds);
  const [first] = incidents;
  const times = Object.fromEntries(MILESTONES.map((name) => [name, first?.[name] ?? null]));
  return {
    ...(times as Pick<StarterFacts, (typeof MILESTONES)[number]>),
    ...{ title, incident: first?.title ?? null, key: first?.key ?? null, severity },
    services: services.map(({ name }) => name),
    today: ctx.clock.now(),
  };
}
