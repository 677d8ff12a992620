import { z } from 'zod';

import { LIMITS } from '../../core/limits.js';
import { LANGUAGES, SERVICE_TIERS, TEAM_ROLES } from '../../core/vocabulary.js';
import { incidentSchema, instant, personRefSchema } from './case-document.js';
import { faultOf, requireVersion } from './case-file.own.js';
import { compact, FORM_VERSION, incidentData, personData } from './case-file.write.js';
import { decodeText } from './file-text.js';
import { readYaml, writeYaml } from './yaml-source.js';

const name = z.string().trim().min(1).max(LIMITS.name);

/** When it was set aside; missing for what is in use. */
const archivedAt = instant.optional();

/**
 * What a library holds besides its cases: people, teams, services, and the incidents that no case
 * refers to. It is exported beside the cases as `catalog.yaml`.
 */
export const catalogSchema = z.strictObject({
  people: z
    .array(personRefSchema.extend({ locale: z.enum(LANGUAGES).optional(), archivedAt }))
    .default([]),
  teams: z
    .array(
      z.strictObject({
        key: name,
        name,
        archivedAt,
        members: z
          .array(
            z.strictObject({ person: personRefSchema, role: z.enum(TEAM_ROLES).default('MEMBER') }),
          )
          .default([]),
      }),
    )
    .default([]),
  services: z
    .array(
      z.strictObject({
        name,
        tier: z.enum(SERVICE_TIERS).default('STANDARD'),
        businessFunction: z.string().min(1).max(LIMITS.entry).optional(),
        /** The key of a team. */
        ownerTeam: name.optional(),
        /** What takes over when it fails. */
        redundancy: z.string().min(1).max(LIMITS.entry).optional(),
        /** Names of services that it needs. */
        dependsOn: z.array(name).max(LIMITS.shortList).default([]),
        archivedAt,
      }),
    )
    .default([]),
  incidents: z.array(incidentSchema).default([]),
});
export type Catalog = z.infer<typeof catalogSchema>;

/** The name of the file beside the cases. */
export const CATALOG_FILE_NAME = 'catalog.yaml';

/** Writes a catalogue; the same one always gives the same bytes. */
export function writeCatalogFile(catalog: Catalog): string {
  return writeYaml(
    compact({
      fupan: FORM_VERSION,
      people: catalog.people.map((person) => ({
        name: person.name,
        email: person.email,
        locale: person.locale,
        archivedAt: person.archivedAt,
      })),
      teams: catalog.teams.map((team) => ({
        key: team.key,
        name: team.name,
        archivedAt: team.archivedAt,
        members: team.members.map(({ person, role }) => ({ person: personData(person), role })),
      })),
      services: catalog.services.map((service) => ({
        name: service.name,
        tier: service.tier,
        businessFunction: service.businessFunction,
        ownerTeam: service.ownerTeam,
        redundancy: service.redundancy,
        dependsOn: service.dependsOn,
        archivedAt: service.archivedAt,
      })),
      incidents: catalog.incidents.map(incidentData),
    }),
  );
}

/**
 * The inverse of {@link writeCatalogFile}.
 *
 * @throws CaseFileError with the line at fault
 */
export function readCatalogFile(bytes: Uint8Array): Catalog {
  const source = readYaml(decodeText(bytes));
  requireVersion(source);
  const { fupan: _version, ...data } = source.value;
  const result = catalogSchema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw faultOf(issue, source.lineOf(issue?.path ?? []));
}
