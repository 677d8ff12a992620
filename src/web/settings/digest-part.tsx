import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
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
  const save = useChange(OrganizationDigestsSaveDocument, {
    onDone: () => {
      say({ text: t('frame:saved') });
    },
  });
  const { recipients } = leadersDigest;
  return (
    <>
      <h2>{t('digest:sending')}</h2>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          const personIds = recipients?.map(({ id }) => id) ?? null;
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
        <p className={css['lead']}>
          {recipients === null
            ? t('digest:toAdministrators')
            : t('digest:toThese', { names: recipients.map(({ name }) => name).join(', ') })}
        </p>
        {save.error && <Failure error={save.error} />}
        <Button kind="main" type="submit" disabled={save.isPending}>
          {save.isPending ? t('frame:saving') : t('frame:save')}
        </Button>
      </form>
    </>
  );
}

const plain = ({ isOn, weekday, hour }: Schedule): Schedule => ({ isOn, weekday, hour });
