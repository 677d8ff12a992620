import { send } from '../app/api.js';
import { PickPeopleDocument } from '../gql/documents.js';
import { Picker, type PickerProps, type PickerSource } from '../ui/picker.js';

/** Of a person, what a picker has to know. */
export interface PickedPerson {
  readonly id: string;
  readonly name: string;
  /** Tells two of one name apart. */
  readonly teams?: readonly { readonly team: { readonly key: string } }[];
}

/** People, for other pickers. */
export const people: PickerSource<PickedPerson> = {
  name: 'people',
  search: async (query, signal) => (await send(PickPeopleDocument, { query }, signal)).people.nodes,
  idOf: ({ id }) => id,
  textOf: ({ name }) => name,
  render: ({ name, teams = [] }) => (
    <>
      {name}
      {teams.length > 0 && <small>{teams.map(({ team }) => team.key).join(', ')}</small>}
    </>
  ),
};

/** Finds people by name. */
export function PersonPicker(props: PickerProps<PickedPerson>) {
  return <Picker source={people} {...props} />;
}
