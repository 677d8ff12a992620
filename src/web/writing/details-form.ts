/** What an id and a name tell of somebody or something. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** The details of a case while they are being changed. */
export interface DetailsForm {
  readonly title: string;
  readonly language: 'EN' | 'ZH_HANT' | 'ZH_HANS';
  readonly tags: readonly string[];
  readonly incidents: readonly {
    readonly id: string;
    readonly key: string;
    readonly title: string;
  }[];
  readonly authors: readonly Named[];
  readonly reviewers: readonly Named[];
  readonly facilitator: Named | null;
  readonly visibility: 'ORGANIZATION' | 'RESTRICTED';
  readonly readerPeople: readonly Named[];
  readonly readerTeams: readonly (Named & { readonly key: string })[];
}

export type DetailsField = keyof DetailsForm;

/** The details as the server has them. */
export interface DetailsOnServer extends Omit<DetailsForm, 'readerPeople' | 'readerTeams'> {
  readonly readers: readonly {
    readonly person: Named | null;
    readonly team: (Named & { readonly key: string }) | null;
  }[];
}

export const detailsForm = (saved: DetailsOnServer): DetailsForm => ({
  title: saved.title,
  language: saved.language,
  tags: saved.tags,
  incidents: saved.incidents.map(({ id, key, title }) => ({ id, key, title })),
  authors: saved.authors.map(named),
  reviewers: saved.reviewers.map(named),
  facilitator: saved.facilitator && named(saved.facilitator),
  visibility: saved.visibility,
  readerPeople: saved.readers.flatMap(({ person }) => (person ? [named(person)] : [])),
  readerTeams: saved.readers.flatMap(({ team }) =>
    team ? [{ ...named(team), key: team.key }] : [],
  ),
});

const named = ({ id, name }: Named): Named => ({ id, name });

/** The fields in which two forms differ. */
export const differing = (one: DetailsForm, other: DetailsForm): readonly DetailsField[] =>
  (Object.keys(one) as DetailsField[]).filter(
    (field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]),
  );

/** One form with some fields of another. */
export const withFields = (
  form: DetailsForm,
  fields: readonly DetailsField[],
  other: DetailsForm,
): DetailsForm => ({
  ...form,
  ...Object.fromEntries(fields.map((field) => [field, other[field]])),
});

const idsOf = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);

/** What to send of the fields that have been changed. */
export function detailsInput(form: DetailsForm, changed: readonly DetailsField[]) {
  const has = (field: DetailsField): boolean => changed.includes(field);
  return {
    ...(has('title') ? { title: form.title.trim() } : {}),
    ...(has('language') ? { language: form.language } : {}),
    ...(has('tags') ? { tags: [...form.tags] } : {}),
    ...(has('incidents') ? { incidentIds: idsOf(form.incidents) } : {}),
    ...(has('authors') ? { authorIds: idsOf(form.authors) } : {}),
    ...(has('reviewers') ? { reviewerIds: idsOf(form.reviewers) } : {}),
    ...(has('facilitator') ? { facilitatorId: form.facilitator?.id ?? null } : {}),
    ...(has('visibility') ? { visibility: form.visibility } : {}),
    ...(has('readerPeople') || has('readerTeams')
      ? {
          readers: [
            ...form.readerPeople.map(({ id }) => ({ personId: id })),
            ...form.readerTeams.map(({ id }) => ({ teamId: id })),
          ],
        }
      : {}),
  };
}
