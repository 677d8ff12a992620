import { z } from 'zod';

import { LIMITS } from '../../core/limits.js';
import { LANGUAGES, SERVICE_TIERS, TEAM_ROLES } from '../../core/vocabulary.js';
import { incidentSchema, personRefSchema } from './case-document.js';
import { faultOf, requireVersion } from './case-file.own.js';
import { compact, FORM_VERSION, incidentData, personData } from './case-file.write.js';
import { decodeText } from './file-text.js';
import { readYaml, writeYaml } from './yaml-source.js';

const name = z.string().trim().min(1).max(LIMITS.name);

/**
 * What a library holds besides its cases: people, teams, services, and the incidents that no case
 * refers to. It is exported beside the cases as `catalog.yaml`.
 */
export const catalogSchema = z.strictObject({
  people: z.array(personRefSchema.extend({ locale: z.enum(LANGUAGES).optional() })).default([]),
  teams: z
    .array(
      z.strictObject({
        key: name,
        name,
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
        businessFunction: name.optional(),
        /** The key of a team. */
        ownerTeam: name.optional(),
        /** What takes over when it fails. */
        redundancy: z.string().min(1).max(LIMITS.entry).optional(),
        /** Names of services that it needs. */
        dependsOn: z.array(name).max(LIMITS.shortList).default([]),
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
      })),
      teams: catalog.teams.map((team) => ({
        key: team.key,
        name: team.name,
        members: team.members.map(({ person, role }) => ({ person: personData(person), role })),
      })),
      services: catalog.services.map((service) => ({
        name: service.name,
        tier: service.tier,
        businessFunction: service.businessFunction,
        ownerTeam: service.ownerTeam,
        redundancy: service.redundancy,
        dependsOn: service.dependsOn,
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
