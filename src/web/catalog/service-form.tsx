import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { RefusedError } from '../app/api.js';
import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { say } from '../app/said.js';
import {
  ServiceCreateDocument,
  ServiceUpdateDocument,
  type ServiceFactsFragment,
  type ServiceTier,
  type ServiceUpdateMutation,
} from '../gql/documents.js';
import { Choice, TextArea, TextField } from '../ui/field.js';
import { FormDialog } from './form-dialog.js';
import { ServicePicker, type PickedService } from './service-picker.js';
import { TeamPicker, type PickedTeam } from './team-picker.js';

const TIERS = ['CRITICAL', 'IMPORTANT', 'STANDARD'] as const satisfies readonly ServiceTier[];

const FIELDS = [
  'name',
  'tier',
  'ownerTeamId',
  'businessFunction',
  'redundancy',
  'dependsOnIds',
] as const;

interface Values {
  readonly name: string;
  readonly tier: ServiceTier;
  readonly ownerTeam: PickedTeam | null;
  readonly businessFunction: string;
  readonly redundancy: string;
  readonly dependsOn: readonly PickedService[];
}

/** Describes a service, a new one or one that is known. */
export function ServiceForm({
  service,
  onClose,
}: {
  /** Null for a new one. */
  readonly service: ServiceFactsFragment | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['catalog', 'vocabulary']);
  const [values, setValues] = useState<Values>(() => valuesOf(service));
  const set = (changed: Partial<Values>): void => {
    setValues((before) => ({ ...before, ...changed }));
  };
  const { save, isPending, error } = useSaving(service, values, onClose);
  const { faultOf, rest } = complaintsOf(error, FIELDS);
  return (
    <FormDialog
      title={service ? t('catalog:editService', { name: service.name }) : t('catalog:newService')}
      isPending={isPending}
      error={error}
      rest={rest}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={t('catalog:name')}
        hint={t('catalog:serviceNameHint')}
        fault={faultOf('name')}
        value={values.name}
        required
        dir="auto"
        onChange={({ currentTarget: { value } }) => {
          set({ name: value });
        }}
      />
      <Choice
        label={t('catalog:tier')}
        hint={t('catalog:tierHint')}
        fault={faultOf('tier')}
        value={values.tier}
        options={TIERS.map((value) => ({ value, label: t(`vocabulary:tier${value}`) }))}
        onChange={(tier) => {
          set({ tier });
        }}
      />
      <TeamPicker
        label={t('catalog:ownerTeam')}
        fault={faultOf('ownerTeamId')}
        value={values.ownerTeam}
        onChange={(ownerTeam) => {
          set({ ownerTeam });
        }}
      />
      <TextField
        label={t('catalog:businessFunction')}
        hint={t('catalog:businessFunctionHint')}
        fault={faultOf('businessFunction')}
        value={values.businessFunction}
        dir="auto"
        onChange={({ currentTarget: { value } }) => {
          set({ businessFunction: value });
        }}
      />
      <TextArea
        label={t('catalog:redundancy')}
        hint={t('catalog:redundancyHint')}
        fault={faultOf('redundancy')}
        value={values.redundancy}
        dir="auto"
        onChange={({ currentTarget: { value } }) => {
          set({ redundancy: value });
        }}
      />
      <ServicePicker
        multiple
        label={t('catalog:dependsOn')}
        fault={faultOf('dependsOnIds')}
        value={values.dependsOn}
        onChange={(dependsOn) => {
          set({ dependsOn });
        }}
      />
    </FormDialog>
  );
}

function valuesOf(service: ServiceFactsFragment | null): Values {
  return {
    name: service?.name ?? '',
    tier: service?.tier ?? 'STANDARD',
    ownerTeam: service?.ownerTeam ?? null,
    businessFunction: service?.businessFunction ?? '',
    redundancy: service?.redundancy ?? '',
    dependsOn: service?.dependsOn ?? [],
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

function inputOf(values: Values) {
  return {
    name: values.name,
    tier: values.tier,
    ownerTeamId: values.ownerTeam?.id ?? null,
    businessFunction: orNull(values.businessFunction),
    redundancy: orNull(values.redundancy),
    dependsOnIds: values.dependsOn.map(({ id }) => id),
  };
}

function useSaving(service: ServiceFactsFragment | null, values: Values, onClose: () => void) {
  const { t } = useTranslation('catalog');
  const navigate = useNavigate();
  const [version, setVersion] = useState(service?.version);
  const done = (saved: ServiceFactsFragment | null): void => {
    const { name } = values;
    say({ text: t('savedSaid', { name }) });
    // The address of a service is its name.
    if (saved && saved.name !== service?.name) {
      void navigate({ to: '/services/$name', params: { name: saved.name }, replace: !!service });
    } else onClose();
  };
  const create = useChange(ServiceCreateDocument, {
    onDone: (payload) => {
      done(payload.service);
    },
  });
  const update = useChange(ServiceUpdateDocument, {
    onDone: (payload) => {
      done(payload.service);
    },
    onFailed: (error) => {
      if (!(error instanceof RefusedError) || error.code !== 'CONFLICT') return;
      const { service: present } = error.payload as ServiceUpdateMutation['serviceUpdate'];
      setVersion(present?.version);
    },
  });
  const used = service ? update : create;
  return {
    isPending: used.isPending,
    error: used.error,
    save: () => {
      const input = inputOf(values);
      if (service) update.mutate({ id: service.id, input: { ...input, expectedVersion: version } });
      else create.mutate({ input });
    },
  };
}
