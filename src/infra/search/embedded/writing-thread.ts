import { workerData } from 'node:worker_threads';

import { serve } from '../../threads/serve.js';
import { IndexKeeper } from './index-keeper.js';

// The thread that writes the index of a folder.
const keeper = new IndexKeeper(workerData as string);
serve<WritingTasks>({
  state: () => keeper.state(),
  apply: (changes) => keeper.apply(changes),
  replaceDamaged: (path) => keeper.replaceDamaged(path),
  begin: () => {
    keeper.begin();
  },
  add: (batch) => keeper.add(batch),
  finish: () => keeper.finish(),
  giveUp: () => {
    keeper.giveUp();
  },
  removeOthers: () => {
    keeper.removeOthers();
  },
  stamps: () => keeper.stamps(),
  count: () => keeper.count(),
  close: () => {
    keeper.close();
  },
});

/** What it can be asked to do. */
export type WritingTasks = Pick<
  IndexKeeper,
  | 'state'
  | 'apply'
  | 'replaceDamaged'
  | 'begin'
  | 'add'
  | 'finish'
  | 'giveUp'
  | 'removeOthers'
  | 'stamps'
  | 'count'
  | 'close'
>;
