import { send } from '../app/api.js';
import { PickIncidentsDocument } from '../gql/documents.js';
import { Picker, type PickerProps, type PickerSource } from '../ui/picker.js';

/** Of an incident, what a picker has to know. */
export interface PickedIncident {
  readonly id: string;
  readonly key: string;
  readonly title: string;
}

const incidents: PickerSource<PickedIncident> = {
  name: 'incidents',
  search: async (query, signal) =>
    (await send(PickIncidentsDocument, { query }, signal)).incidents.nodes,
  idOf: ({ id }) => id,
  textOf: ({ key, title }) => `${key} ${title}`,
};

/** Finds incidents by title or key. */
export function IncidentPicker(props: PickerProps<PickedIncident>) {
  return <Picker source={incidents} {...props} />;
}
