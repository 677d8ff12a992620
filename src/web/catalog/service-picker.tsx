import { send } from '../app/api.js';
import { PickServicesDocument } from '../gql/documents.js';
import { Picker, type PickerProps, type PickerSource } from '../ui/picker.js';

/** Of a service, what a picker has to know. */
export interface PickedService {
  readonly id: string;
  readonly name: string;
}

const services: PickerSource<PickedService> = {
  name: 'services',
  search: async (query, signal) =>
    (await send(PickServicesDocument, { query }, signal)).services.nodes,
  idOf: ({ id }) => id,
  textOf: ({ name }) => name,
};

/** Finds services by name. */
export function ServicePicker(props: PickerProps<PickedService>) {
  return <Picker source={services} {...props} />;
}
