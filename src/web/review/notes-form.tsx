import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { RefusedError, send } from '../app/api.js';
import { useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { forget, keep, unsent } from '../app/kept.js';
import type { LanguageTag } from '../app/language.js';
import {
  AgendaCaseUpdateDocument,
  MentionsDocument,
  type AgendaCaseFragment,
  type AgendaCaseUpdateMutation,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { onFormKey } from '../ui/form-keys.js';
import { Notice } from '../ui/notice.js';
import { CodeArea, type CodeHandle } from '../writing/code-area.js';
import { Preview } from '../writing/preview.js';
import { useUpload } from '../writing/use-upload.js';
import css from './review.module.css';

interface NotesFormProps {
  readonly entry: AgendaCaseFragment;
  readonly caseId: string;
  readonly lang: LanguageTag;
  readonly onDone: () => void;
}

/** What the form began from, or what somebody else has made of it meanwhile. */
interface Base {
  readonly version: number;
  readonly notes: string;
}

/** Notes that were begun and not saved yet. */
interface Begun {
  readonly base: Base;
  readonly text: string;
}

/** The notes of a case in Markdown. What is not saved is still there later, and nobody is run over. */
export function NotesForm({ entry, caseId, lang, onDone }: NotesFormProps) {
  const { t } = useTranslation(['meetings', 'prose', 'frame']);
  const keysId = useId();
  const area = useRef<CodeHandle>(null);
  const place = `agenda-notes/${entry.id}`;
  // What is kept knows what it was made from, so that what others wrote since is not run over.
  const [{ base, text: initial }] = useState<Begun>(
    () =>
      (unsent.read(place) as Begun | undefined) ?? {
        base: { version: entry.version, notes: entry.notes },
        text: entry.notes,
      },
  );
  const [previewed, setPreviewed] = useState<string>();
  const upload = useUpload(caseId);
  const { save, isPending, error, theirs } = useSaving(entry.id, base, () => {
    forget(place);
    onDone();
  });
  const go = (): void => {
    if (!isPending) save(area.current?.text() ?? initial);
  };
  const leave = (): void => {
    if (area.current?.text() === base.notes) forget(place);
    onDone();
  };
  // The area of the text takes the focus only once; coming back from the preview it is given it.
  const isWriting = previewed === undefined;
  useEffect(() => {
    if (isWriting) area.current?.focus();
  }, [isWriting]);
  return (
    <form
      className={css['notesForm']}
      onKeyDownCapture={(event) => {
        onFormKey(event, go);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      {theirs && (
        <Notice kind="warn">
          {t('meetings:notesClash')}
          <pre className={css['theirs']} dir="auto">
            {theirs.notes === '' ? t('frame:none') : theirs.notes}
          </pre>
        </Notice>
      )}
      {error && !theirs && <Failure error={error} />}
      <div className={css['area']} hidden={!isWriting}>
        <CodeArea
          ref={area}
          initial={initial}
          label={t('meetings:notes')}
          describedBy={keysId}
          lang={lang}
          placeholder={t('meetings:notesPlaceholder')}
          linkLabel={t('prose:linkLabel')}
          onChange={(read) => {
            keep(place, { base, text: read() } satisfies Begun);
          }}
          onSave={go}
          onLeave={leave}
          search={async (query, signal) =>
            (await send(MentionsDocument, { query }, signal)).linkTargets
          }
          uploading={(name) => t('prose:uploading', { name })}
          upload={upload}
        />
      </div>
      {previewed !== undefined && (
        <div className={css['preview']}>
          <Preview text={previewed} lang={lang} />
        </div>
      )}
      <div className={css['foot']}>
        <Button kind="main" size="small" type="submit" disabled={isPending}>
          {theirs ? t('meetings:saveMine') : t('frame:save')}
        </Button>
        <Button
          size="small"
          aria-pressed={!isWriting}
          onClick={() => {
            setPreviewed(isWriting ? (area.current?.text() ?? '') : undefined);
          }}
        >
          {t('meetings:preview')}
        </Button>
        <Button kind="quiet" size="small" onClick={leave}>
          {t('frame:cancel')}
        </Button>
        <span id={keysId} className={css['soft']}>
          {t('meetings:notesKeys')}
        </span>
      </div>
    </form>
  );
}

function useSaving(id: string, begun: Base, onSaved: () => void) {
  const [base, setBase] = useState(begun);
  const [theirs, setTheirs] = useState<Base>();
  const { mutate, isPending, error } = useChange(AgendaCaseUpdateDocument);
  const sendFrom = (from: Base, notes: string): void => {
    mutate(
      { id, input: { notes, expectedVersion: from.version } },
      {
        onSuccess: onSaved,
        onError: (failure) => {
          if (!(failure instanceof RefusedError) || failure.code !== 'CONFLICT') return;
          const { agendaCase } =
            failure.payload as AgendaCaseUpdateMutation['reviewAgendaCaseUpdate'];
          if (!agendaCase) return;
          setBase(agendaCase);
          // Something else about the case was changed: there is nothing to ask.
          if (agendaCase.notes === from.notes) sendFrom(agendaCase, notes);
          else setTheirs(agendaCase);
        },
      },
    );
  };
  return {
    isPending,
    error,
    theirs,
    save: (notes: string) => {
      setTheirs(undefined);
      sendFrom(base, notes);
    },
  };
}
