import { useTranslation } from 'react-i18next';

import { PersonPicker, type PickedPerson } from '../catalog/person-picker.js';
import { TeamPicker, type PickedTeam } from '../catalog/team-picker.js';
import { TextField } from '../ui/field.js';

/** What meetings and series have in common, as a form holds it. */
export interface SlotDraft {
  readonly title: string;
  readonly durationMinutes: number;
  readonly place: string;
  readonly facilitator: PickedPerson | null;
  readonly teams: readonly PickedTeam[];
  readonly people: readonly PickedPerson[];
}

/** What the API calls them, for what it complains about. */
export const SLOT_FIELDS = [
  ...['title', 'durationMinutes', 'place', 'facilitatorId', 'teamIds', 'personIds'],
] as const;

const USUAL_MINUTES = 60;

/** What is known of a meeting or a series, or what a new one begins with. */
export const slotOf = (
  known: (Omit<SlotDraft, 'place'> & { readonly place: string | null }) | null,
): SlotDraft => ({
  title: known?.title ?? '',
  durationMinutes: known?.durationMinutes ?? USUAL_MINUTES,
  place: known?.place ?? '',
  facilitator: known?.facilitator ?? null,
  teams: known?.teams ?? [],
  people: known?.people ?? [],
});

/** The draft as the API takes it. */
export const slotInput = (slot: SlotDraft) => ({
  title: slot.title,
  durationMinutes: slot.durationMinutes,
  place: slot.place.trim() === '' ? null : slot.place,
  facilitatorId: slot.facilitator?.id ?? null,
  teamIds: slot.teams.map(({ id }) => id),
  personIds: slot.people.map(({ id }) => id),
});

interface Shared {
  readonly slot: SlotDraft;
  readonly set: (changed: Partial<SlotDraft>) => void;
  readonly faultOf: (field: string) => string | undefined;
}

/** Asks what it is called. */
export function TitleField({ slot, set, faultOf }: Shared) {
  const { t } = useTranslation('meetings');
  return (
    <TextField
      label={t('title')}
      hint={t('titleHint')}
      fault={faultOf('title')}
      value={slot.title}
      required
      maxLength={500}
      dir="auto"
      onChange={({ currentTarget: { value } }) => {
        set({ title: value });
      }}
    />
  );
}

/** Asks how long it lasts. */
export function DurationField({ slot, set, faultOf }: Shared) {
  const { t } = useTranslation('meetings');
  return (
    <TextField
      label={t('duration')}
      fault={faultOf('durationMinutes')}
      type="number"
      min={5}
      max={480}
      required
      value={slot.durationMinutes === 0 ? '' : slot.durationMinutes}
      onChange={({ currentTarget: { valueAsNumber } }) => {
        set({ durationMinutes: valueAsNumber || 0 });
      }}
    />
  );
}

/** Asks where it is, and who is invited. */
export function InvitationFields({ slot, set, faultOf }: Shared) {
  const { t } = useTranslation('meetings');
  return (
    <>
      <TextField
        label={t('place')}
        hint={t('placeHint')}
        fault={faultOf('place')}
        value={slot.place}
        maxLength={500}
        dir="auto"
        onChange={({ currentTarget: { value } }) => {
          set({ place: value });
        }}
      />
      <PersonPicker
        label={t('facilitator')}
        hint={t('facilitatorHint')}
        fault={faultOf('facilitatorId')}
        value={slot.facilitator}
        onChange={(facilitator) => {
          set({ facilitator });
        }}
      />
      <TeamPicker
        multiple
        label={t('teams')}
        hint={t('teamsHint')}
        fault={faultOf('teamIds')}
        value={slot.teams}
        onChange={(teams) => {
          set({ teams });
        }}
      />
      <PersonPicker
        multiple
        label={t('people')}
        fault={faultOf('personIds')}
        value={slot.people}
        onChange={(people) => {
          set({ people });
        }}
      />
    </>
  );
}
