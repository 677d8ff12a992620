import { send } from '../app/api.js';
import { PickInitiativesDocument } from '../gql/documents.js';
import type { PickerSource } from '../ui/picker.js';

/** Of an initiative, what a picker has to know. */
export interface PickedInitiative {
  readonly id: string;
  readonly key: string;
  readonly title: string;
}

/** Initiatives that are not over, for pickers. */
export const openInitiatives: PickerSource<PickedInitiative> = {
  name: 'initiatives',
  search: async (query, signal) =>
    (await send(PickInitiativesDocument, { query: query.slice(0, 200) }, signal)).initiatives.nodes,
  idOf: ({ id }) => id,
  textOf: ({ key, title }) => `${key} ${title}`,
  render: ({ key, title }) => (
    <>
      {title} <small>{key}</small>
    </>
  ),
};
