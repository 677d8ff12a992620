import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { TrackerConnectionsDocument } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Empty, Skeleton } from '../ui/notice.js';
import css from './settings.module.css';
import { TrackerForm } from './tracker-form.js';
import { TrackerLine } from './tracker-line.js';
import { TrackerSteps, type NewSecret } from './tracker-steps.js';

/** The trackers that tell fupan what becomes of their issues. */
export function TrackersTab() {
  const { t } = useTranslation('tracker');
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<NewSecret>();
  const { data, error, refetch } = useAsk(TrackerConnectionsDocument, {});
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  const { trackerConnections: connections } = data;
  return (
    <section className={css['part']}>
      <h2>{t('trackers')}</h2>
      <p className={css['lead']}>{t('lead')}</p>
      {made && (
        <TrackerSteps
          of={made}
          onClose={() => {
            setMade(undefined);
          }}
        />
      )}
      {connections.length === 0 ? (
        <Empty>{t('none')}</Empty>
      ) : (
        <ul className={css['list']}>
          {connections.map((connection) => (
            <TrackerLine key={connection.id} of={connection} onSecret={setMade} />
          ))}
        </ul>
      )}
      <Button
        kind="main"
        icon={<Plus />}
        onClick={() => {
          setAdding(true);
        }}
      >
        {t('add')}
      </Button>
      {isAdding && (
        <TrackerForm
          connection={null}
          onSecret={setMade}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </section>
  );
}
