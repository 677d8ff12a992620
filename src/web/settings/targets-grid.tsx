import { useTranslation } from 'react-i18next';

import type { ImprovementRulesQuery, Severity, TargetSubject } from '../gql/documents.js';
import css from './targets-grid.module.css';

type Target = ImprovementRulesQuery['improvementPolicy']['targets'][number];

const SUBJECTS = [
  'P0',
  'P1',
  'P2',
  'P3',
  'WRITING',
  'REVIEWING',
] as const satisfies readonly TargetSubject[];
const SEVERITIES = [
  null,
  'SEV1',
  'SEV2',
  'SEV3',
  'SEV4',
  'SEV5',
] as const satisfies readonly (Severity | null)[];

/** How many working days there are for what, at which severity; an empty box has no target of its own. */
export function TargetsGrid({
  targets,
  onChange,
}: {
  readonly targets: readonly Target[];
  readonly onChange: (targets: Target[]) => void;
}) {
  const { t } = useTranslation('admin');
  const nameOf = (severity: Severity | null): string => severity ?? t('targetAny');
  const set = (subject: TargetSubject, severity: Severity | null, value: string): void => {
    const others = targets.filter((each) => each.subject !== subject || each.severity !== severity);
    onChange(value === '' ? others : [...others, { subject, severity, days: Number(value) }]);
  };
  return (
    <fieldset className={css['targets']}>
      <legend>{t('targets')}</legend>
      <p className={css['hint']}>{t('targetsHint')}</p>
      <div className={css['scroll']}>
        <table>
          <thead>
            <tr>
              <td />
              {SEVERITIES.map((severity) => (
                <th key={severity} scope="col">
                  {nameOf(severity)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {SUBJECTS.map((subject) => (
              <tr key={subject}>
                <th scope="row">{t(`target${subject}`)}</th>
                {SEVERITIES.map((severity) => (
                  <td key={severity}>
                    <input
                      type="number"
                      min={1}
                      max={365}
                      step={1}
                      aria-label={t('targetOf', {
                        subject: t(`target${subject}`),
                        severity: nameOf(severity),
                      })}
                      value={
                        targets.find(
                          (each) => each.subject === subject && each.severity === severity,
                        )?.days ?? ''
                      }
                      onChange={({ currentTarget: { value } }) => {
                        set(subject, severity, value);
                      }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}
