import { send } from '../app/api.js';
import { PickTeamsDocument } from '../gql/documents.js';
import { Picker, type PickerProps, type PickerSource } from '../ui/picker.js';

/** Of a team, what a picker has to know. */
export interface PickedTeam {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** Teams, for other pickers. */
export const teams: PickerSource<PickedTeam> = {
  name: 'teams',
  search: async (query, signal) => (await send(PickTeamsDocument, { query }, signal)).teams.nodes,
  idOf: ({ id }) => id,
  textOf: ({ name }) => name,
  render: ({ key, name }) => (
    <>
      {name}
      <small>{key}</small>
    </>
  ),
};

/** Finds teams by name or key. */
export function TeamPicker(props: PickerProps<PickedTeam>) {
  return <Picker source={teams} {...props} />;
}
