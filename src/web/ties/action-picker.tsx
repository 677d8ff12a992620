import { send } from '../app/api.js';
import { tagOf } from '../app/language.js';
import { PickActionsDocument, type Language } from '../gql/documents.js';
import { Picker, type PickerProps, type PickerSource } from '../ui/picker.js';

/** Of an action, what a picker has to know. */
export interface PickedAction {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly postmortem: { readonly key: string; readonly language: Language };
}

const actions: PickerSource<PickedAction> = {
  name: 'actions',
  search: async (query, signal) =>
    (await send(PickActionsDocument, { query: query.slice(0, 200) }, signal)).actionItems.nodes,
  idOf: ({ id }) => id,
  textOf: ({ key, title }) => `${key} ${title}`,
  render: ({ key, title, postmortem }) => (
    <span lang={tagOf(postmortem.language)}>
      <code>{key}</code> {title} <small>{postmortem.key}</small>
    </span>
  ),
};

/** Finds actions by key or title. */
export function ActionPicker(props: PickerProps<PickedAction>) {
  return <Picker source={actions} {...props} />;
}
