import type { KeyboardEvent } from 'react';

/** The keys of a form that is written in: Ctrl-Enter (or Command) saves it, Escape leaves it where that is given. */
export function onFormKey(event: KeyboardEvent, save: () => void, leave?: () => void): void {
  const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  const act = isSave ? save : event.key === 'Escape' ? leave : undefined;
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}
