import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useCopy } from '../app/copy.js';
import { Button } from '../ui/button.js';
import { Ago } from '../ui/instant.js';
import { Notice } from '../ui/notice.js';
import { useBlock, useOthers } from './attendance.js';
import type { KeptDraft } from './draft-choice.js';
import { LostCaseNotice } from './lost-case.js';
import type { Obstacle } from './use-save.js';

interface DeskNoticesProps {
  readonly caseId: string;
  readonly obstacle: Obstacle | null;
  /** Since when there is a draft; null for none. */
  readonly draftAt: number | null;
  /** The case has been changed since the draft was begun. */
  readonly isOld: boolean;
  readonly other: KeptDraft | null;
  readonly read: () => string;
  readonly onDiscard: () => void;
  readonly onOther: (text: string) => void;
  readonly onRestore: () => void;
}

/** What has to be known while writing: a draft is open, somebody else is here, saving met something. */
export function DeskNotices(props: DeskNoticesProps) {
  const { caseId, obstacle, draftAt, isOld, other, read, onDiscard, onOther, onRestore } = props;
  const { t } = useTranslation('prose');
  const copy = useCopy();
  const [isOtherShown, setOtherShown] = useState(true);
  return (
    <>
      <Company caseId={caseId} />
      {draftAt !== null && obstacle === null && (
        <Notice
          action={
            <Button size="small" onClick={onDiscard}>
              {t('discard')}
            </Button>
          }
        >
          {t('draftOpen')} <Ago at={new Date(draftAt).toISOString()} />
          {isOld && <> · {t('draftIsOld')}</>}
        </Notice>
      )}
      {other && isOtherShown && (
        <Notice
          kind="warn"
          action={
            <span>
              <Button
                size="small"
                onClick={() => {
                  onOther(other.text);
                  setOtherShown(false);
                }}
              >
                {t('takeOther')}
              </Button>{' '}
              <Button
                size="small"
                kind="quiet"
                onClick={() => {
                  setOtherShown(false);
                }}
              >
                {t('leaveOther')}
              </Button>
            </span>
          }
        >
          {t('otherDraft')} <Ago at={new Date(other.at).toISOString()} />
        </Notice>
      )}
      {obstacle?.kind === 'lost' && <LostCaseNotice read={read} />}
      {obstacle?.kind === 'fault' && <Notice kind="fault">{obstacle.text}</Notice>}
      {obstacle?.kind === 'gone' && (
        <Notice
          kind="warn"
          action={
            <span>
              <Button size="small" onClick={onRestore}>
                {t('putBack')}
              </Button>{' '}
              <Button
                size="small"
                onClick={() => {
                  copy(read());
                }}
              >
                {t('copyMyText')}
              </Button>
            </span>
          }
        >
          {t('sectionGone')}
        </Notice>
      )}
    </>
  );
}

/** Says who writes here as well. */
function Company({ caseId }: { readonly caseId: string }) {
  const { t, i18n } = useTranslation('prose');
  const block = useBlock();
  const names = useOthers(caseId)
    .filter(({ writing }) => block !== undefined && writing === block)
    .map(({ person }) => person.name);
  if (names.length === 0) return null;
  return (
    <Notice kind="warn">
      {t('writeHereToo', {
        count: names.length,
        names: new Intl.ListFormat(i18n.language).format(names),
      })}
    </Notice>
  );
}
