import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import { PersonPicker, type PickedPerson } from '../catalog/person-picker.js';
import { ScheduleFields, type Schedule } from '../digest/schedule-fields.js';
import {
  OrganizationDigestsDocument,
  OrganizationDigestsSaveDocument,
  type OrganizationDigestsQuery,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Skeleton } from '../ui/notice.js';
import css from './settings.module.css';

/** When digests are sent that no team has said anything of, and that of the organization. */
export function DigestPart() {
  const { data, error, refetch } = useAsk(OrganizationDigestsDocument, {});
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  return <DigestForm key={data.organization.version} organization={data.organization} />;
}

function DigestForm({
  organization,
}: {
  readonly organization: OrganizationDigestsQuery['organization'];
}) {
  const { t } = useTranslation(['digest', 'frame']);
  const { version, digestSchedule, leadersDigest } = organization;
  const [teams, setTeams] = useState<Schedule>(digestSchedule);
  const [leaders, setLeaders] = useState<Schedule>(leadersDigest);
  const [people, setPeople] = useState<readonly PickedPerson[]>(leadersDigest.recipients ?? []);
  const save = useChange(OrganizationDigestsSaveDocument, {
    onDone: () => {
      say({ text: t('frame:saved') });
    },
  });
  return (
    <>
      <h2>{t('digest:sending')}</h2>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          const personIds = people.length === 0 ? null : people.map(({ id }) => id);
          save.mutate({
            input: {
              expectedVersion: version,
              digestSchedule: plain(teams),
              leadersDigest: { ...plain(leaders), personIds },
            },
          });
        }}
      >
        <ScheduleFields
          label={t('digest:ofTeams')}
          value={teams}
          onChange={(value) => {
            if (value) setTeams(value);
          }}
        />
        <ScheduleFields
          label={t('digest:ofOrganization')}
          value={leaders}
          onChange={(value) => {
            if (value) setLeaders(value);
          }}
        />
        <PersonPicker
          multiple
          label={t('digest:recipients')}
          hint={t('digest:recipientsHint')}
          value={people}
          onChange={(chosen) => {
            setPeople(chosen);
          }}
        />
        {save.error && <Failure error={save.error} />}
        <Button kind="main" type="submit" disabled={save.isPending}>
          {save.isPending ? t('frame:saving') : t('frame:save')}
        </Button>
      </form>
    </>
  );
}

const plain = ({ isOn, weekday, hour }: Schedule): Schedule => ({ isOn, weekday, hour });
