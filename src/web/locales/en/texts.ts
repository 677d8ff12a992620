import { action } from './action.js';
import { admin } from './admin.js';
import { approval } from './approval.js';
import { caseTexts } from './case.js';
import { catalog } from './catalog.js';
import { channel } from './channel.js';
import { comments } from './comments.js';
import { digest } from './digest.js';
import { frame } from './frame.js';
import { guidance } from './guidance.js';
import { incident } from './incident.js';
import { initiatives } from './initiatives.js';
import { kin } from './kin.js';
import { library } from './library.js';
import { meetings } from './meetings.js';
import { mine } from './mine.js';
import { parts } from './parts.js';
import { prose } from './prose.js';
import { publicEdition } from './public-edition.js';
import { settings } from './settings.js';
import { tasks } from './tasks.js';
import { templates } from './templates.js';
import { tracker } from './tracker.js';
import { trend } from './trend.js';
import { ties } from './ties.js';
import { vocabulary } from './vocabulary.js';
import { writing } from './writing.js';

/** What the client says, by area; the other languages follow it. `{{name}}` is a placeholder. */
export const texts = {
  action,
  admin,
  approval,
  case: caseTexts,
  catalog,
  channel,
  comments,
  digest,
  frame,
  guidance,
  incident,
  initiatives,
  kin,
  library,
  meetings,
  mine,
  parts,
  prose,
  publicEdition,
  settings,
  tasks,
  templates,
  tracker,
  trend,
  ties,
  vocabulary,
  writing,
} as const;
