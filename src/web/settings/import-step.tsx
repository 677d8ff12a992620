import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { RefusedError, RequestError } from '../app/api.js';
import { Failure } from '../app/failure.js';
import { Button, buttonClass } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { chosenFiles, type ChosenFile } from './import-files.js';
import { ImportReport } from './import-report.js';
import { NOTHING_YET, runImport, type ImportTotal } from './import-run.js';
import css from './welcome.module.css';

/** Where an import stands. */
interface Standing {
  readonly phase: 'nothing' | 'trying' | 'tried' | 'importing' | 'imported';
  readonly files: readonly ChosenFile[];
  /** Files that were chosen and are no cases. */
  readonly passedOver: number;
  readonly done: number;
  readonly total: ImportTotal;
  readonly error: RefusedError | RequestError | null;
}

const BEGINNING: Standing = {
  phase: 'nothing',
  files: [],
  passedOver: 0,
  done: 0,
  total: NOTHING_YET,
  error: null,
};

/** Brings a folder of Markdown files in: first what would happen, then the import itself. */
export function ImportStep() {
  const { t } = useTranslation(['settings', 'frame']);
  const [standing, setStanding] = useState(BEGINNING);
  const run = useRun(setStanding);
  const { phase, files, passedOver, done, total, error } = standing;
  const isRunning = phase === 'trying' || phase === 'importing';
  return (
    <>
      <FilePicker
        isDisabled={isRunning}
        onFiles={(chosen) => {
          const good = chosenFiles(chosen);
          const start = { ...BEGINNING, files: good, passedOver: chosen.length - good.length };
          if (good.length === 0) setStanding(start);
          else void run(start, true);
        }}
      />
      {(files.length > 0 || passedOver > 0) && (
        <p className={css['chosen']}>
          {t('settings:filesChosen', { count: files.length })}
          {passedOver > 0 && ` ${t('settings:filesPassedOver', { count: passedOver })}`}
        </p>
      )}
      {isRunning && (
        <div role="status">
          <p>
            {t(phase === 'trying' ? 'settings:lookingAt' : 'settings:importing', {
              done,
              total: files.length,
            })}
          </p>
          <progress className={css['bar']} value={done} max={files.length} />
        </div>
      )}
      {error && <Failure error={error} onRetry={() => void run(standing, phase === 'nothing')} />}
      {phase === 'tried' && (
        <>
          <Notice>{t('settings:wouldHappen')}</Notice>
          <ImportReport of={total} isOver={false} />
          <Button
            kind="main"
            disabled={total.created + total.updated === 0}
            onClick={() => void run(standing, false)}
          >
            {t('settings:importNow', { count: total.created + total.updated })}
          </Button>
        </>
      )}
      {phase === 'imported' && (
        <>
          <Notice kind="good">{t('settings:imported')}</Notice>
          <ImportReport of={total} isOver />
        </>
      )}
    </>
  );
}

function useRun(setStanding: (standing: Standing) => void) {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const stop = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    stop.current = controller;
    return () => {
      controller.abort();
    };
  }, []);
  return async (from: Standing, dryRun: boolean): Promise<void> => {
    const running: Standing = {
      ...from,
      phase: dryRun ? 'trying' : 'importing',
      done: 0,
      total: NOTHING_YET,
      error: null,
    };
    setStanding(running);
    try {
      const total = await runImport(from.files, {
        dryRun,
        unreadable: t('notText'),
        signal: stop.current.signal,
        onProgress: (done) => {
          setStanding({ ...running, done });
        },
      });
      setStanding({ ...running, phase: dryRun ? 'tried' : 'imported', total });
    } catch (error) {
      // What has come in stays, and is known again the next time.
      const phase = dryRun ? 'nothing' : 'tried';
      setStanding({ ...from, phase, error: error as RefusedError | RequestError });
    }
    if (!dryRun) await queries.invalidateQueries();
  };
}

/** A folder, or some files. */
function FilePicker({
  isDisabled,
  onFiles,
}: {
  readonly isDisabled: boolean;
  readonly onFiles: (files: File[]) => void;
}) {
  const { t } = useTranslation('settings');
  const folder = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // React knows no such attribute.
    folder.current?.setAttribute('webkitdirectory', '');
  }, []);
  const take = (input: HTMLInputElement): void => {
    const files = [...(input.files ?? [])];
    // So that the same folder can be chosen again.
    input.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <div className={css['pick']}>
      <label className={buttonClass('main')} aria-disabled={isDisabled || undefined}>
        <input
          ref={folder}
          type="file"
          multiple
          disabled={isDisabled}
          onChange={(event) => {
            take(event.currentTarget);
          }}
        />
        {t('chooseFolder')}
      </label>
      <label className={buttonClass()} aria-disabled={isDisabled || undefined}>
        <input
          type="file"
          multiple
          accept=".md,.markdown,.yaml,text/markdown"
          disabled={isDisabled}
          onChange={(event) => {
            take(event.currentTarget);
          }}
        />
        {t('chooseFiles')}
      </label>
    </div>
  );
}
