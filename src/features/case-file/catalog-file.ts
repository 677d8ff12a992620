import { z } from 'zod';

import { isRangeError } from '../../core/error-code.js';
import { improvementRules } from '../../core/improvement-rules.js';
import { LIMITS } from '../../core/limits.js';
import { LANGUAGES, SERVICE_TIERS, TEAM_ROLES } from '../../core/vocabulary.js';
import { WorkingDays, type Weekday } from '../../core/working-days.js';
import { isZone } from '../../core/zone.js';
import { incidentSchema, instant, personRefSchema } from './case-document.js';
import { readParts, type ReadParts } from './case-file.own.js';
import { compact, FORM_VERSION, incidentData, personData } from './case-file.write.js';
import { writeYaml } from './yaml-source.js';

const name = z.string().trim().min(1).max(LIMITS.name);

/** When it was set aside; missing for what is in use. */
const archivedAt = instant.optional();

/** A time zone; the name of one or an offset. */
export const zone = z
  .string()
  .max(64)
  .refine(isZone, { error: 'must be a zone such as Asia/Taipei or +08:00' });

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const calendar = z
  .strictObject({
    name,
    zone,
    /** Monday is 1. */
    weekdays: z
      .array(z.literal(WEEKDAYS))
      .default([1, 2, 3, 4, 5])
      .transform((days) => [...new Set(days)].sort()),
    /** Holidays, and days that are worked in their place. */
    specialDays: z
      .array(
        z
          .strictObject({
            from: z.iso.date(),
            to: z.iso.date().optional(),
            name,
            isWorked: z.boolean().default(false),
          })
          .transform(({ from, to = from, ...days }) => ({ from, to, ...days })),
      )
      .max(LIMITS.specialDays)
      .default([]),
  })
  .superRefine((week, context) => {
    try {
      new WorkingDays(week);
    } catch (error) {
      if (!isRangeError(error)) throw error;
      context.addIssue((error as RangeError).message);
    }
  });

/**
 * What a library holds besides its cases: people, teams, services, calendars, what is asked of
 * improvements, and the incidents that no case refers to. It is exported beside the cases as
 * `catalog.yaml`, and imported before them.
 */
export const catalogSchema = z.strictObject({
  organization: z
    .strictObject({
      /** The name of a calendar. */
      calendar: name.optional(),
      /** What is asked of improvements; a rule that is left out is as usual. */
      improvement: improvementRules.partial().strict().optional(),
    })
    .optional(),
  calendars: z.array(calendar).max(LIMITS.shortList).default([]),
  people: z
    .array(personRefSchema.extend({ locale: z.enum(LANGUAGES).optional(), archivedAt }))
    .default([]),
  teams: z
    .array(
      z.strictObject({
        key: name,
        name,
        /** The name of a calendar; without one it goes by that of the organization. */
        calendar: name.optional(),
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
      organization: catalog.organization,
      calendars: catalog.calendars.map(({ name, zone, weekdays, specialDays }) => ({
        name,
        zone,
        weekdays,
        specialDays: specialDays.map(({ from, to, name, isWorked }) => ({
          from,
          to: to === from ? undefined : to,
          name,
          isWorked: isWorked || undefined,
        })),
      })),
      people: catalog.people.map((person) => ({
        name: person.name,
        email: person.email,
        locale: person.locale,
        archivedAt: person.archivedAt,
      })),
      teams: catalog.teams.map((team) => ({
        key: team.key,
        name: team.name,
        calendar: team.calendar,
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
export function readCatalogFile(bytes: Uint8Array): ReadParts<Catalog> {
  return readParts(catalogSchema, bytes);
}
