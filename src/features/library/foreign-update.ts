import type { ActionItemDocument, CaseDocument } from '../case-file/case-document.js';

/**
 * What a case becomes when a file in somebody else's form has changed since it was imported. Such
 * a file does not know what has been added here, so what it leaves empty stays as it is, and so do
 * the state of the case, who may see it, and how far its actions have come.
 */
export function foreignUpdate(present: CaseDocument, file: CaseDocument): CaseDocument {
  const { updatedAt: _lastTime, ...rest } = present;
  return {
    ...rest,
    ...spoken(file),
    visibility: present.visibility,
    status: present.status,
    incidents: [
      ...file.incidents.map((incident, place) => ({
        ...present.incidents[place],
        ...spoken(incident),
      })),
      ...present.incidents.slice(file.incidents.length),
    ],
    actions: [
      ...present.actions.map((action) => {
        const again = file.actions.find(({ title }) => title === action.title);
        return again ? actionUpdate(action, again) : action;
      }),
      ...file.actions.filter(({ title }) =>
        present.actions.every((action) => action.title !== title),
      ),
    ],
  };
}

function actionUpdate(present: ActionItemDocument, file: ActionItemDocument): ActionItemDocument {
  return {
    ...present,
    ...spoken(file),
    // A file that says nothing about it is read as PROPOSED.
    status: file.status === 'PROPOSED' ? present.status : file.status,
  };
}

/** What a document really says: no empty list, no empty text. */
function spoken<Document extends object>(document: Document): Document {
  return Object.fromEntries(
    Object.entries(document).filter(
      ([, value]) =>
        value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Document;
}
