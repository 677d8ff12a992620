import { useTranslation } from 'react-i18next';

import css from './trend.module.css';

/** The same as the chart above it, for those who read rather than look. */
export function TrendTable({
  head,
  rows,
}: {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}) {
  const { t } = useTranslation('trend');
  return (
    <details className={css['numbers']}>
      <summary>{t('asTable')}</summary>
      <div className={css['scroll']} role="region" aria-label={t('asTable')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...values]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {values.map((value, index) => (
                  <td key={head[index + 1]}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
