import { lazy, Suspense, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import { say } from '../app/said.js';
import type { CaseOnPage } from '../case/case-on-page.js';
import type { ProseOfCaseFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Skeleton } from '../ui/notice.js';
import type { CodeHandle } from './code-area.js';
import { DeskNotices } from './desk-notices.js';
import type { Opening } from './draft-choice.js';
import type { PartRef } from './part.js';
import css from './prose-desk.module.css';
import { ProsePaper } from './prose-paper.js';
import { SaveLine } from './save-line.js';
import type { Written } from './save-plan.js';
import { SectionGuidance } from './section-guidance.js';
import { sendDraft, useDraft, type DraftPlace } from './use-draft.js';
import { useSave } from './use-save.js';

const MergeView = lazy(() => import('./merge-view.js').then((m) => ({ default: m.MergeView })));

interface ProseDeskProps {
  readonly postmortem: CaseOnPage;
  readonly label: string;
  readonly now: ProseOfCaseFragment;
  readonly opening: Opening;
  readonly at: PartRef;
  readonly place: DraftPlace;
  readonly onDone: () => void;
}

/** One piece of prose being written: the text, what will become of it, and where it is kept. */
export function ProseDesk({ postmortem, label, now, opening, at, place, onDone }: ProseDeskProps) {
  const { t } = useTranslation(['prose', 'frame']);
  const lang = tagOf(postmortem.language);
  const [written, setWritten] = useState<Omit<Written, 'text'>>({
    ref: at,
    base: opening.base,
    baseVersion: opening.baseVersion,
    ...(opening.baseVersion === now.version
      ? { baseHeadings: now.sections.map(({ heading }) => heading) }
      : {}),
  });
  const code = useRef<CodeHandle>(null);
  const [isDirty, setDirty] = useState(opening.draftAt !== null);
  const [draftAt, setDraftAt] = useState(opening.draftAt);
  const draft = useDraft(place, written, opening.draftAt);
  const read = (): string => code.current?.text() ?? opening.text;
  const save = useSave(place.caseId, now, (saved, current) => {
    setWritten({
      ref: saved.ref,
      base: saved.text,
      baseVersion: current.version,
      baseHeadings: current.sections.map(({ heading }) => heading),
    });
    setDraftAt(null);
  });

  const saveNow = async (isLast: boolean, given: Written = { ...written, text: read() }) => {
    const isSaved = await save.save(given);
    if (!isSaved) return;
    await settle(given.text, isLast);
  };
  const settle = async (text: string, isLast: boolean): Promise<void> => {
    await draft.discard();
    const isStill = read() === text;
    setDirty(!isStill);
    if (!isStill) draft.write(read);
    say({ text: t('prose:savedForGood', { part: label }) });
    if (isLast && isStill) onDone();
  };
  const throwAway = async (): Promise<void> => {
    const text = read();
    await draft.discard();
    onDone();
    say({
      text: t('prose:draftDiscarded'),
      undo: () => {
        const { base, baseVersion } = written;
        void sendDraft(place.caseId, { part: place.part, text, base, baseVersion });
      },
      staysMs: 15_000,
    });
  };

  const stateId = useId();
  const { obstacle } = save;
  const isMerging = obstacle?.kind === 'merge';

  return (
    <section className={css['desk']} aria-label={t('prose:writing', { part: label })}>
      <div className={css['head']}>
        <SaveLine id={stateId} state={draft.state} />
      </div>
      <DeskNotices
        caseId={place.caseId}
        obstacle={obstacle}
        draftAt={draftAt}
        isOld={opening.baseVersion !== now.version}
        other={opening.other}
        read={read}
        onDiscard={() => void throwAway()}
        onOther={(text) => code.current?.replace(text)}
        onRestore={() => {
          const given = { ...written, text: read() };
          void save.restore(given).then(async (isDone) => {
            if (isDone) await settle(given.text, true);
          });
        }}
      />
      {isMerging && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <MergeView
            step={obstacle.step}
            now={obstacle.now}
            lang={lang}
            onBack={() => {
              save.setObstacle(null);
              code.current?.focus();
            }}
            onResult={(text) => {
              const { theirs, position, heading } = obstacle.step.place;
              const next: Written = {
                ref:
                  position === null || heading === null
                    ? { kind: 'summary' }
                    : { kind: 'section', position, heading },
                base: theirs,
                baseVersion: obstacle.now.version,
                text,
              };
              setWritten(next);
              code.current?.replace(text);
              void saveNow(true, next);
            }}
          />
        </Suspense>
      )}
      <div hidden={isMerging}>
        {written.ref.kind === 'section' && (
          <SectionGuidance postmortem={postmortem} heading={written.ref.heading} />
        )}
        <ProsePaper
          ref={code}
          caseId={place.caseId}
          label={label}
          describedBy={stateId}
          lang={lang}
          initial={opening.text}
          onWritten={(readText) => {
            setDirty(true);
            draft.write(readText);
          }}
          onSave={() => void saveNow(false)}
          onLeave={onDone}
        />
        <div className={css['foot']}>
          <Button kind="main" disabled={save.isSaving} onClick={() => void saveNow(true)}>
            {save.isSaving ? t('frame:saving') : t('frame:save')}
          </Button>
          <Button onClick={onDone}>{isDirty ? t('prose:later') : t('frame:close')}</Button>
          {isDirty && (draftAt === null || obstacle !== null) && (
            <Button kind="quiet" onClick={() => void throwAway()}>
              {t('prose:discard')}
            </Button>
          )}
          <span className={css['keys']}>{t('prose:keysHint')}</span>
        </div>
      </div>
    </section>
  );
}
