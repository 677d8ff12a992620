import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';

import { beforeLeaving, forget, keep, unsent } from '../../app/kept.js';
import { sessionLost, useSessionLost } from '../../app/session.js';
import type { Rules } from './steps.js';
import { EntryStore, type Maker, type Present, type Snapshot, type Unsaved } from './store.js';

/** Milliseconds after a change until it is kept in the browser too. */
const KEEP_MS = 250;
/** Milliseconds until what did not get through is tried again: a server that comes back says nothing. */
const RETRY_MS = 10_000;

export interface Entries<Values extends object> extends Snapshot<Values> {
  readonly store: EntryStore<Values>;
}

/**
 * The entries of one part of a case, edited at once and saved one after the other. What is not saved
 * yet outlives the page.
 * @param name where it is kept: the case and its part
 */
export function useEntries<Values extends object>(
  name: string,
  present: readonly Present<Values>[],
  rules: Rules<Values>,
  makerOf: () => Maker<Values>,
): Entries<Values> {
  const queries = useQueryClient();
  const [store] = useState(
    () =>
      new EntryStore(
        rules,
        makerOf(),
        present,
        (unsent.read(name) as Unsaved<Values>[] | undefined) ?? [],
        () => {
          void queries.invalidateQueries();
        },
      ),
  );
  useEffect(() => {
    store.absorb(present);
  }, [store, present]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keepNow = (): void => {
      clearTimeout(timer);
      const unsaved = store.unsaved();
      if (unsaved.length === 0) forget(name);
      else keep(name, unsaved);
    };
    const stop = store.follow(() => {
      clearTimeout(timer);
      timer = setTimeout(keepNow, KEEP_MS);
    });
    const retry = (): void => {
      if (store.get().state === 'failed' && !sessionLost.get()) void store.save();
    };
    const retrying = setInterval(retry, RETRY_MS);
    const stay = beforeLeaving(keepNow);
    window.addEventListener('online', retry);
    if (store.get().state === 'waiting') void store.save();
    return () => {
      stop();
      keepNow();
      stay();
      window.removeEventListener('online', retry);
      clearInterval(retrying);
      // What was still to be said is said while the page goes on elsewhere.
      void store.save().then(keepNow);
    };
  }, [store, name]);
  const isSessionLost = useSessionLost();
  useEffect(() => {
    if (!isSessionLost && store.get().state === 'failed') void store.save();
  }, [isSessionLost, store]);
  return { store, ...useSyncExternalStore(store.follow, store.get) };
}
