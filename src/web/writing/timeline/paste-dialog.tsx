import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { failureText } from '../../app/failure.js';
import { say } from '../../app/said.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import css from './paste.module.css';
import { inZone, shifted } from './paste-rows.js';
import { PasteTable } from './paste-table.js';
import { SlackPart, type Span } from './slack-part.js';
import { usePaste, type PasteOptions } from './use-paste.js';
import { ZoneField } from './zone-field.js';

interface PasteDialogProps extends PasteOptions {
  readonly zones: readonly string[];
  readonly lang: string;
  /** When the incident went on. */
  readonly span: Span;
  readonly onClose: () => void;
}

/** Pasted lines at the left, what was recognised at the right; corrected here and added in one go. */
export function PasteDialog({ zones, lang, span, onClose, ...options }: PasteDialogProps) {
  const { t } = useTranslation('parts');
  const { t: tFrame } = useTranslation();
  const paste = usePaste(options);
  const { text, setText, date, setDate, zone, setZone, rows, reading, error, isSaving } = paste;
  const [isSlack, setSlack] = useState(false);
  const raw = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // After the dialog has put the focus on its first button.
    const timer = setTimeout(() => raw.current?.focus(), 0);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const chosen = rows.filter((row) => row.isIncluded && row.at !== null);
  const unread = rows.filter((row) => row.at === null).length;
  const add = async (): Promise<void> => {
    const left = rows.filter(
      ({ at, text: words, originals, isIncluded }) =>
        at !== null &&
        !isIncluded &&
        paste.find({ at, text: words, original: originals.join('\n') }) !== undefined,
    ).length;
    const ids = await paste.save();
    if (!ids) return;
    const added = t('pasteAdded', { count: ids.length });
    say({ text: left === 0 ? added : `${added} ${t('pasteLeft', { count: left })}` });
    onClose();
  };
  return (
    <Dialog
      isOpen
      isWide
      onClose={onClose}
      title={t('pasteTitle')}
      foot={
        <>
          <span className={css['counts']} role="status">
            {unread > 0 && t('pasteUnreadCount', { count: unread })}
          </span>
          <Button onClick={onClose}>{tFrame('cancel')}</Button>
          <Button kind="main" disabled={chosen.length === 0 || isSaving} onClick={() => void add()}>
            {isSaving ? t('partSaving') : t('pasteAdd', { count: chosen.length })}
          </Button>
        </>
      }
    >
      {error !== null && (
        <Notice kind="fault">
          {t('partNotSaved')} {failureText(error, tFrame)}
        </Notice>
      )}
      <div className={css['settings']}>
        <label className={css['setting']}>
          <span>{t('pasteDate')}</span>
          <input
            type="date"
            className={css['date']}
            value={date}
            onChange={(event) => {
              if (event.currentTarget.value !== '') setDate(event.currentTarget.value);
            }}
          />
        </label>
        <div className={css['setting']}>
          <span>{t('pasteZone')}</span>
          <ZoneField
            label={t('pasteZone')}
            zone={zone}
            at={`${date}T12:00:00Z`}
            known={zones}
            onZone={setZone}
          />
        </div>
        {rows.length > 0 && (
          <ShiftAll
            zone={zone}
            date={date}
            zones={zones}
            onZone={(next) => {
              paste.setRows((all) => inZone(all, next));
            }}
            onMinutes={(minutes) => {
              paste.setRows((all) => shifted(all, minutes));
            }}
          />
        )}
      </div>
      <p className={css['from']}>
        <Button
          size="small"
          kind="quiet"
          aria-pressed={isSlack}
          onClick={() => {
            setSlack(!isSlack);
            paste.setGiven(undefined);
          }}
        >
          {t(isSlack ? 'pasteFromText' : 'pasteFromSlack')}
        </Button>
      </p>
      <div className={css['sides']}>
        {isSlack ? (
          <SlackPart
            postmortemId={options.postmortemId}
            zone={zone}
            span={span}
            onLines={paste.setGiven}
          />
        ) : (
          <Field label={t('pasteRaw')}>
            {(attributes) => (
              <textarea
                {...attributes}
                ref={raw}
                className={css['raw']}
                lang={lang}
                dir="auto"
                placeholder={t('pasteRawPlaceholder')}
                value={text}
                maxLength={1_000_000}
                spellCheck={false}
                onChange={(event) => {
                  setText(event.currentTarget.value);
                }}
              />
            )}
          </Field>
        )}
        <div className={css['read']}>
          {reading.error && text.trim() !== '' && (
            <Notice
              kind="fault"
              action={
                <Button size="small" onClick={() => void reading.refetch()}>
                  {t('partTryAgain')}
                </Button>
              }
            >
              {failureText(reading.error, tFrame)}
            </Notice>
          )}
          <PasteTable paste={paste} zones={zones} lang={lang} />
        </div>
      </div>
    </Dialog>
  );
}

/** Moves all times at once: to another zone, or by minutes. */
function ShiftAll({
  zone,
  date,
  zones,
  onZone,
  onMinutes,
}: {
  readonly zone: string;
  readonly date: string;
  readonly zones: readonly string[];
  readonly onZone: (zone: string) => void;
  readonly onMinutes: (minutes: number) => void;
}) {
  const { t } = useTranslation('parts');
  const [minutes, setMinutes] = useState('');
  const amount = Number(minutes);
  const canShift = Number.isInteger(amount) && amount !== 0;
  const shift = (): void => {
    if (!canShift) return;
    onMinutes(amount);
    setMinutes('');
  };
  return (
    <>
      <div className={css['setting']}>
        <span>{t('pasteAllZone')}</span>
        <ZoneField
          label={t('pasteAllZone')}
          zone={zone}
          at={`${date}T12:00:00Z`}
          known={zones}
          onZone={onZone}
        />
      </div>
      <div className={css['setting']}>
        <label>
          <span>{t('pasteShift')}</span>{' '}
          <input
            className={css['minutes']}
            inputMode="numeric"
            placeholder="−480"
            value={minutes}
            onChange={(event) => {
              setMinutes(event.currentTarget.value.replace('−', '-'));
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') shift();
            }}
          />
        </label>
        <Button size="small" disabled={!canShift} onClick={shift}>
          {t('pasteShiftDo')}
        </Button>
      </div>
    </>
  );
}
