import { PeopleAndServices1763886000000 } from './1763886000000-people-and-services.js';
import { Incidents1763886000001 } from './1763886000001-incidents.js';
import { Cases1763886000002 } from './1763886000002-cases.js';
import { ActionsAndOutbox1763886000003 } from './1763886000003-actions-and-outbox.js';

/** Every migration, oldest first. One that has been released is never edited. */
export const MIGRATIONS = [
  PeopleAndServices1763886000000,
  Incidents1763886000001,
  Cases1763886000002,
  ActionsAndOutbox1763886000003,
];
