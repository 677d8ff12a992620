import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { RefusedError, type RequestError } from '../app/api.js';
import { useChange } from '../app/ask.js';
import { say } from '../app/said.js';
import {
  IncidentUpdateDocument,
  type IncidentPageFragment,
  type IncidentUpdateInput,
} from '../gql/documents.js';
import { MILESTONE_NAME, MILESTONES, type MilestoneField } from '../ui/milestones.js';

export type Incident = IncidentPageFragment;

export type EditedField = Exclude<keyof IncidentUpdateInput, 'expectedVersion'>;

/** One field as somebody wants it. */
export interface Edit {
  readonly field: EditedField;
  readonly value: IncidentUpdateInput[EditedField];
  /** The same in words, for whoever has to choose between two. */
  readonly shown: string;
}

/** What was changed by somebody else while it was being edited here. */
export interface Clash {
  readonly edits: readonly Edit[];
  /** Those of them that the other one has changed as well. */
  readonly clashing: readonly Edit[];
  readonly theirs: Incident;
}

/** An incident as the API takes it, to compare with what is to be sent. */
export const inputOf = (incident: Incident): Readonly<Record<EditedField, unknown>> => ({
  title: incident.title,
  summary: incident.summary,
  kind: incident.kind,
  severity: incident.severity,
  status: incident.status,
  ...(Object.fromEntries(MILESTONES.map((field) => [field, incident[field]])) as Record<
    MilestoneField,
    string | null
  >),
  services: incident.services.map(({ service, impact, recoveredAt }) => ({
    serviceId: service.id,
    impact,
    recoveredAt,
  })),
  responders: incident.responders.map(({ person, role }) => ({ personId: person.id, role })),
  references: incident.references.map(({ source, externalId, url }) => ({
    source,
    externalId,
    url,
  })),
});

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const isMilestone = (field: EditedField): field is MilestoneField =>
  (MILESTONES as readonly string[]).includes(field);

/** What a field is called. */
export function nameOf(field: EditedField, t: TFunction<['incident', 'vocabulary']>): string {
  return isMilestone(field)
    ? t(`vocabulary:milestone${MILESTONE_NAME[field]}`)
    : t(`incident:field_${field}`);
}

/** What the server says is wrong with one field. */
export function faultIn(
  error: RefusedError | RequestError | null,
  field: string,
): string | undefined {
  if (!(error instanceof RefusedError)) return undefined;
  return error.complaints.find((complaint) => complaint.field?.[1] === field)?.message;
}

/** Saving what was edited. */
export interface IncidentEdit {
  /** Saves what is not as it was when the editing began. */
  readonly save: (edits: readonly Edit[]) => void;
  readonly isSaving: boolean;
  readonly error: RefusedError | RequestError | null;
  readonly clash: Clash | null;
  /** Saves after a clash, without the fields in which the other one is to be kept. */
  readonly settle: (dropped: readonly EditedField[]) => void;
  /** Goes back to editing. */
  readonly leaveClash: () => void;
}

/** Saves edits of an incident; what somebody else has changed meanwhile is shown, not overwritten. */
export function useIncidentEdit(base: Incident, onDone: () => void): IncidentEdit {
  const { t } = useTranslation('incident');
  const [clash, setClash] = useState<Clash | null>(null);
  const { mutateAsync, isPending, error } = useChange(IncidentUpdateDocument);

  const send = async (edits: readonly Edit[], from: Incident): Promise<void> => {
    const edited = edits.filter(({ field, value }) => !same(inputOf(from)[field], value));
    if (edited.length === 0) {
      onDone();
      return;
    }
    const values = Object.fromEntries(edited.map(({ field, value }) => [field, value]));
    const input = { ...values, expectedVersion: from.version };
    try {
      await mutateAsync({ id: base.id, input });
    } catch (refused) {
      const theirs = theirsIn(refused);
      if (!theirs) return;
      const clashing = edited.filter(({ field, value }) => {
        const their = inputOf(theirs)[field];
        return !same(their, inputOf(from)[field]) && !same(their, value);
      });
      if (clashing.length > 0) setClash({ edits: edited, clashing, theirs });
      else await send(edited, theirs);
      return;
    }
    setClash(null);
    say({ text: t('savedText') });
    onDone();
  };

  return {
    save: (edits) => void send(edits, base),
    isSaving: isPending,
    error: error && theirsIn(error) ? null : error,
    clash,
    settle: (dropped) => {
      if (!clash) return;
      const edits = clash.edits.filter(({ field }) => !dropped.includes(field));
      void send(edits, clash.theirs);
    },
    leaveClash: () => {
      setClash(null);
    },
  };
}

/** The incident as somebody else has left it, if that is why a change was refused. */
function theirsIn(error: unknown): Incident | null {
  if (!(error instanceof RefusedError) || error.code !== 'CONFLICT') return null;
  return (error.payload as { readonly incident: Incident | null }).incident;
}
