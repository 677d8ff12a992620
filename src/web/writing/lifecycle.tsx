import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { PostmortemAct, PostmortemStatus } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Menu } from '../ui/menu.js';
import type { LifeAct } from './life-acts.js';

const LifecycleItems = lazy(() =>
  import('./lifecycle-items.js').then((m) => ({ default: m.LifecycleItems })),
);
const PutOnAgenda = lazy(() =>
  import('../review/put-on-agenda.js').then((m) => ({ default: m.PutOnAgenda })),
);
const LifecycleDialog = lazy(() =>
  import('./lifecycle-dialog.js').then((m) => ({ default: m.LifecycleDialog })),
);

interface Living {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly status: PostmortemStatus;
  readonly allowedActs: readonly PostmortemAct[];
}

const ACTS = ['SUBMIT', 'APPROVE', 'PUBLISH', 'REOPEN', 'ARCHIVE', 'DELETE'] as const;

/** What comes next for a case in each state. */
const NEXT: Partial<Record<PostmortemStatus, LifeAct>> = {
  DRAFT: 'SUBMIT',
  IN_REVIEW: 'APPROVE',
  APPROVED: 'PUBLISH',
};

/** Takes a case from draft to library: the next step as a button, the rest behind one. */
export function CaseLifecycle({ postmortem }: { readonly postmortem: Living }) {
  const { t } = useTranslation('prose');
  const [asked, setAsked] = useState<LifeAct | 'AGENDA' | null>(null);
  const { status, allowedActs } = postmortem;
  const acts = ACTS.filter((act) => allowedActs.includes(act));
  const mayPlan = status === 'IN_REVIEW' && allowedActs.includes('EDIT');
  const next = NEXT[status];
  const main = acts.find((act) => act === next);
  const others = acts.filter((act) => act !== main);
  const close = (): void => {
    setAsked(null);
  };
  return (
    <>
      {main && (
        <Button
          kind="main"
          onClick={() => {
            setAsked(main);
          }}
        >
          {t(`act${main}`)}
        </Button>
      )}
      {(others.length > 0 || mayPlan) && (
        <Menu trigger={<Button icon={<Ellipsis />} aria-label={t('moreActs')} />}>
          <LifecycleItems
            acts={others}
            onAct={setAsked}
            onAgenda={
              mayPlan
                ? () => {
                    setAsked('AGENDA');
                  }
                : undefined
            }
          />
        </Menu>
      )}
      {asked && (
        <Suspense>
          {asked === 'AGENDA' ? (
            <PutOnAgenda postmortem={postmortem} onClose={close} />
          ) : (
            <LifecycleDialog postmortem={postmortem} act={asked} onClose={close} />
          )}
        </Suspense>
      )}
    </>
  );
}
