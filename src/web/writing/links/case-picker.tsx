import { send } from '../../app/api.js';
import { tagOf } from '../../app/language.js';
import { PickCasesDocument, type Language } from '../../gql/documents.js';
import { Picker, type PickerProps, type PickerSource } from '../../ui/picker.js';

/** Of a case, what a picker has to know. */
export interface PickedCase {
  readonly key: string;
  readonly title: string;
  readonly language: Language | null;
}

const cases: PickerSource<PickedCase> = {
  name: 'cases',
  search: async (query, signal) => {
    const { linkTargets } = await send(PickCasesDocument, { query: query.slice(0, 200) }, signal);
    return linkTargets.filter(({ kind }) => kind === 'POSTMORTEM');
  },
  idOf: ({ key }) => key,
  textOf: ({ key, title }) => `${key} ${title}`,
  render: ({ key, title, language }) => (
    <span lang={language ? tagOf(language) : undefined}>
      <code>{key}</code> {title}
    </span>
  ),
};

/** Finds cases by key or title. */
export function CasePicker(props: PickerProps<PickedCase>) {
  return <Picker source={cases} {...props} />;
}
