import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import { OrganizationNameDocument } from '../gql/documents.js';
import { Skeleton } from '../ui/notice.js';
import { DigestPart } from './digest-part.js';
import { OrganizationForm } from './organization-form.js';
import css from './settings.module.css';

/** Whose library it is. */
export function OrganizationTab() {
  const { t } = useTranslation(['admin', 'frame']);
  const { data, error, refetch } = useAsk(OrganizationNameDocument, {});
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  return (
    <>
      <section className={css['part']}>
        <p className={css['lead']}>{t('admin:organizationLead')}</p>
        <OrganizationForm
          key={data.organization.version}
          organization={data.organization}
          label={t('frame:save')}
          onDone={() => {
            say({ text: t('frame:saved') });
          }}
        />
      </section>
      <section className={css['part']}>
        <DigestPart />
      </section>
    </>
  );
}
