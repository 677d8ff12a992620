import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { change, RefusedError, RequestError, send } from '../app/api.js';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import { sessionLost } from '../app/session.js';
import {
  SaveProseDocument,
  WriteProseDocument,
  type ProseOfCaseFragment,
  type SaveProseMutation,
} from '../gql/documents.js';
import { planSave, putBack, type ProseChange, type SaveStep, type Written } from './save-plan.js';

/** Attempts while others keep on saving other parts of the case. */
const ATTEMPTS = 6;

/** What keeps a text from being saved until somebody has decided something. */
export type Obstacle =
  | {
      readonly kind: 'merge';
      readonly step: Extract<SaveStep, { kind: 'merge' }>;
      readonly now: ProseOfCaseFragment;
    }
  | { readonly kind: 'gone'; readonly now: ProseOfCaseFragment }
  | { readonly kind: 'lost' }
  | { readonly kind: 'fault'; readonly text: string };

export interface Save {
  readonly isSaving: boolean;
  readonly obstacle: Obstacle | null;
  readonly setObstacle: (obstacle: Obstacle | null) => void;
  /** True if it is saved; what was written is told to `onSaved`. */
  readonly save: (written: Written) => Promise<boolean>;
  /** Puts a section that others have taken away back, with the text. */
  readonly restore: (written: Written) => Promise<boolean>;
}

type Saved = (written: Written, now: ProseOfCaseFragment) => void;

/** Saves a text for good; where others have changed the case meanwhile, without losing their words or ours. */
export function useSave(caseId: string, loaded: ProseOfCaseFragment, onSaved: Saved): Save {
  const { t } = useTranslation(['frame', 'prose']);
  const queries = useQueryClient();
  const [isSaving, setSaving] = useState(false);
  const [obstacle, setObstacle] = useState<Obstacle | null>(null);
  const known = useRef(loaded);

  const attempt = async (written: Written, forced?: (now: ProseOfCaseFragment) => ProseChange) => {
    let othersChanged = false;
    for (let count = 0; count < ATTEMPTS; count += 1) {
      const now = known.current;
      const step = forced ? null : planSave(written, now);
      if (step?.kind === 'there') {
        onSaved({ ...written, ...placed(written, step) }, now);
        return true;
      }
      if (step?.kind === 'merge') {
        setObstacle({ kind: 'merge', step, now });
        return false;
      }
      if (step?.kind === 'gone') {
        setObstacle({ kind: 'gone', now });
        return false;
      }
      const input = forced ? forced(now) : step?.change;
      if (!input) return false;
      const answer = await sendChange(caseId, input);
      known.current = answer.now;
      if (answer.isTaken) {
        if (othersChanged) say({ text: t('prose:othersChangedOtherParts') });
        onSaved(step ? { ...written, ...placed(written, step) } : written, answer.now);
        return true;
      }
      othersChanged = true;
    }
    setObstacle({ kind: 'fault', text: t('prose:othersKeepSaving') });
    return false;
  };

  const guarded = async (run: () => Promise<boolean>): Promise<boolean> => {
    setSaving(true);
    setObstacle(null);
    try {
      const isDone = await run();
      if (isDone) void queries.invalidateQueries();
      return isDone;
    } catch (error) {
      const code =
        error instanceof RefusedError || error instanceof RequestError ? error.code : undefined;
      if (code === 'UNAUTHENTICATED') sessionLost.set(true);
      else if (code === 'NOT_FOUND') setObstacle({ kind: 'lost' });
      else setObstacle({ kind: 'fault', text: failureText(error, t) });
      return false;
    } finally {
      setSaving(false);
    }
  };
  const save = (written: Written) => guarded(() => attempt(written));
  const restore = (written: Written) =>
    guarded(() => attempt(written, (now) => putBack(written, now)));
  return { isSaving, obstacle, setObstacle, save, restore };
}

/** Where the text stands in the case by now. */
function placed({ ref }: Written, step: Extract<SaveStep, { kind: 'there' | 'send' | 'merge' }>) {
  const { position, heading } = step.place;
  if (position === null || heading === null) return { ref };
  return { ref: { kind: 'section', position, heading } as const };
}

/**
 * Sends it; after a conflict tells how the case is now.
 * @throws RefusedError, RequestError
 */
async function sendChange(
  caseId: string,
  input: ProseChange,
): Promise<{ readonly isTaken: boolean; readonly now: ProseOfCaseFragment }> {
  try {
    const { postmortem } = await change(SaveProseDocument, { id: caseId, input });
    return { isTaken: true, now: postmortem ?? (await currentCase(caseId)) };
  } catch (error) {
    if (!(error instanceof RefusedError) || error.code !== 'CONFLICT') throw error;
    const { postmortem } = error.payload as SaveProseMutation['postmortemUpdate'];
    return { isTaken: false, now: postmortem ?? (await currentCase(caseId)) };
  }
}

/** @throws RequestError also where it is not there any more */
async function currentCase(caseId: string): Promise<ProseOfCaseFragment> {
  const { postmortem } = await send(WriteProseDocument, { id: caseId });
  if (!postmortem) throw new RequestError('NOT_FOUND', 'postmortem');
  return postmortem;
}
