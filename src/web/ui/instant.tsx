import { useTranslation } from 'react-i18next';

import { Hint } from './hint.js';
import { ago, dayOf, exactTime } from './time.js';

/** How long ago something was, with the exact time and its zone on hover. */
export function Ago({ at }: { readonly at: string }) {
  const { i18n } = useTranslation();
  return (
    <Hint text={<Exact at={at} />}>
      <time dateTime={at} tabIndex={-1}>
        {ago(at, i18n.language)}
      </time>
    </Hint>
  );
}

/** The day of an instant, in the zone of the browser, with the exact time on hover. */
export function Day({ at }: { readonly at: string }) {
  const { i18n } = useTranslation();
  return (
    <Hint text={<Exact at={at} />}>
      <time dateTime={at} tabIndex={-1}>
        {dayOf(at, i18n.language)}
      </time>
    </Hint>
  );
}

/** Made only when somebody rests on a time: it takes longer to say than everything else about it. */
function Exact({ at }: { readonly at: string }) {
  const { i18n } = useTranslation();
  return exactTime(at, i18n.language);
}
