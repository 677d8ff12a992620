import { useEffect, useState } from 'react';

import { LanguageWatch, type Found } from './language-watch.js';

/**
 * What the language check finds in a text that is being written.
 * @param initial what it is at first
 */
export function useLanguageCheck(initial: string): {
  readonly found: readonly Found[];
  readonly changed: (read: () => string) => void;
} {
  const [found, setFound] = useState<readonly Found[]>([]);
  const [watch] = useState(() => new LanguageWatch(setFound));
  useEffect(() => {
    watch.changed(() => initial);
    return () => {
      watch.stop();
    };
  }, [watch, initial]);
  return {
    found,
    changed: (read) => {
      watch.changed(read);
    },
  };
}
