import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { RefusedError } from '../app/api.js';
import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { say } from '../app/said.js';
import { useOwnZone } from '../app/viewer.js';
import { FormDialog } from '../catalog/form-dialog.js';
import {
  ReviewSeriesCreateDocument,
  ReviewSeriesUpdateDocument,
  type ReviewSeriesFactsFragment,
  type ReviewSeriesUpdateMutation,
} from '../gql/documents.js';
import { CadenceFields, type CadenceDraft } from '../task/cadence-fields.js';
import { rhythmOf, ruleOf } from '../task/rhythm.js';
import { wallOf } from '../ui/zone.js';
import {
  DurationField,
  InvitationFields,
  SLOT_FIELDS,
  slotInput,
  slotOf,
  TitleField,
  type SlotDraft,
} from './slot-fields.js';

const FIELDS = [...SLOT_FIELDS, 'rule', 'startsOn', 'zone', 'time'];

/** Describes meetings that come again and again, new ones or those that are known. */
export function SeriesForm({
  series,
  onClose,
}: {
  /** Null for a new one. */
  readonly series: ReviewSeriesFactsFragment | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('meetings');
  const zone = useOwnZone();
  const [slot, setSlot] = useState(() => slotOf(series));
  const [cadence, setCadence] = useState(() => cadenceOf(series, zone));
  const { save, isPending, error } = useSaving(series, slot, cadence, onClose);
  const { faultOf, rest } = complaintsOf(error, FIELDS);
  const shared = {
    slot,
    faultOf,
    set: (changed: Partial<SlotDraft>) => {
      setSlot((before) => ({ ...before, ...changed }));
    },
  };
  return (
    <FormDialog
      title={series ? t('editSeries', { title: series.title }) : t('newSeries')}
      isPending={isPending}
      error={error}
      rest={rest}
      onSave={save}
      onClose={onClose}
    >
      <TitleField {...shared} />
      <CadenceFields
        cadence={cadence}
        startsOnHint={t('startsOnHint')}
        faultOf={faultOf}
        onChange={setCadence}
      >
        <DurationField {...shared} />
      </CadenceFields>
      <InvitationFields {...shared} />
    </FormDialog>
  );
}

function cadenceOf(series: ReviewSeriesFactsFragment | null, zone: string): CadenceDraft {
  if (series) {
    const { rule, startsOn } = series.cadence;
    return { ...series.cadence, rhythm: rhythmOf(rule, startsOn) };
  }
  const { day } = wallOf(new Date().toISOString(), zone);
  const rhythm = { kind: 'weeks', every: 1, weekdays: ['TU'] } as const;
  return { rhythm, startsOn: day, zone, time: '14:00' };
}

function useSaving(
  series: ReviewSeriesFactsFragment | null,
  slot: SlotDraft,
  { rhythm, startsOn, zone, time }: CadenceDraft,
  onClose: () => void,
) {
  const { t } = useTranslation('meetings');
  const [version, setVersion] = useState(series?.version);
  const onDone = (): void => {
    say({ text: t('savedSaid', { name: slot.title }) });
    onClose();
  };
  const create = useChange(ReviewSeriesCreateDocument, { onDone });
  const update = useChange(ReviewSeriesUpdateDocument, {
    onDone,
    onFailed: (error) => {
      if (!(error instanceof RefusedError) || error.code !== 'CONFLICT') return;
      const { reviewSeries } = error.payload as ReviewSeriesUpdateMutation['reviewSeriesUpdate'];
      setVersion(reviewSeries?.version);
    },
  });
  const used = series ? update : create;
  return {
    isPending: used.isPending,
    error: used.error,
    save: () => {
      const input = {
        ...slotInput(slot),
        cadence: { rule: ruleOf(rhythm), startsOn, zone, time },
      };
      if (series) update.mutate({ id: series.id, input: { ...input, expectedVersion: version } });
      else create.mutate({ input });
    },
  };
}
