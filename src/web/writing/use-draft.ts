import { useCallback, useEffect, useRef, useState } from 'react';

import { change, RefusedError, RequestError } from '../app/api.js';
import { beforeLeaving } from '../app/kept.js';
import { sessionLost } from '../app/session.js';
import { DiscardDraftDocument, SaveDraftDocument } from '../gql/documents.js';
import { DraftKeeper, type DraftState, type SendFailure } from './draft-keeper.js';
import { dropDraft, keepDraft } from './draft-store.js';

export interface DraftPlace {
  readonly caseId: string;
  readonly part: string;
}

/** The text that the writing began from. */
export interface DraftBase {
  readonly base: string;
  readonly baseVersion: number;
}

export interface Draft {
  readonly state: DraftState;
  readonly write: (read: () => string) => void;
  /** The text is saved, or thrown away: forgets the draft, here and on the server. */
  readonly discard: () => Promise<void>;
}

/** Keeps what is written in a part of a case for as long as its editor is open. */
export function useDraft(place: DraftPlace, base: DraftBase, startsAt: number | null): Draft {
  const [state, setState] = useState<DraftState>(
    startsAt === null ? { kind: 'untouched' } : { kind: 'saved', at: startsAt },
  );
  const { caseId, part } = place;
  const latestBase = useRef<DraftBase>({ base: base.base, baseVersion: base.baseVersion });
  const { base: baseText, baseVersion } = base;
  useEffect(() => {
    latestBase.current = { base: baseText, baseVersion };
  }, [baseText, baseVersion]);
  const keeper = useRef<DraftKeeper>(null);
  useEffect(() => {
    const made = makeKeeper({ caseId, part }, latestBase, setState);
    keeper.current = made;
    const retryNow = (): void => {
      made.retryNow();
    };
    const unfollow = sessionLost.follow(() => {
      if (!sessionLost.get()) retryNow();
    });
    const stay = beforeLeaving(() => {
      made.keepNow();
    });
    window.addEventListener('online', retryNow);
    return () => {
      stay();
      window.removeEventListener('online', retryNow);
      unfollow();
      made.leave();
    };
  }, [caseId, part]);
  const write = useCallback((read: () => string) => {
    keeper.current?.write(read);
  }, []);
  const discard = useCallback(async () => {
    await keeper.current?.settle();
    setState({ kind: 'untouched' });
    // If it does not get there, the draft says what is saved, and is not shown.
    await change(DiscardDraftDocument, { id: caseId, part }).catch(() => undefined);
  }, [caseId, part]);
  return { state, write, discard };
}

/** Characters from which a text is not sent when it need not be. */
const LONG = 20_000;

function makeKeeper(
  { caseId, part }: DraftPlace,
  base: { readonly current: DraftBase },
  onState: (state: DraftState) => void,
): DraftKeeper {
  // The server has it already: a long text need not be sent twice each time.
  let known: DraftBase | null = null;
  return new DraftKeeper({
    keep: (text) => keepDraft(caseId, part, { text, at: Date.now(), ...base.current }),
    drop: () => {
      dropDraft(caseId, part);
    },
    send: async (text) => {
      const { current } = base;
      const { baseVersion } = current;
      const isKnown = known === current && current.base.length > LONG;
      const failure = await sendDraft(
        caseId,
        isKnown ? { part, text, baseVersion } : { part, text, ...current },
      );
      known = failure === null ? current : null;
      return failure;
    },
    onState,
    now: Date.now,
    later: (call, milliseconds) => {
      const timer = setTimeout(call, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  });
}

/** Has the server keep a draft; says how it failed, if it did. */
export async function sendDraft(
  caseId: string,
  input: Partial<DraftBase> & {
    readonly part: string;
    readonly text: string;
    readonly baseVersion: number;
  },
): Promise<SendFailure | null> {
  try {
    await change(SaveDraftDocument, { id: caseId, input });
    return null;
  } catch (error) {
    if (!(error instanceof RefusedError || error instanceof RequestError)) throw error;
    switch (error.code) {
      case 'UNAUTHENTICATED':
        sessionLost.set(true);
        return { kind: 'signed-out' };
      case 'NOT_FOUND':
        return { kind: 'gone' };
      case 'VALIDATION':
      case 'FORBIDDEN':
      case 'TOO_LARGE':
        return { kind: 'refused', message: error.message };
      default:
        return { kind: 'unreachable' };
    }
  }
}
