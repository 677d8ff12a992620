import { getRouteApi } from '@tanstack/react-router';

import { useAsk } from '../app/ask.js';
import { Failure, NothingHere } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { useTitle } from '../app/title.js';
import { CasePageDocument } from '../gql/documents.js';
import { Line } from '../ui/line.js';
import { Skeleton } from '../ui/notice.js';

const route = getRouteApi('/postmortems/$key');

/** A case, to be read from its title to its history. */
export function CasePage() {
  const { key } = route.useParams();
  const { data, error, refetch } = useAsk(CasePageDocument, { key });
  const postmortem = data?.postmortem;
  useTitle(postmortem ? `${postmortem.key} ${postmortem.title}` : key);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={12} />;
  if (!postmortem) return <NothingHere />;
  const lang = tagOf(postmortem.language);
  return (
    <article>
      <h1 lang={lang} dir="auto">
        {postmortem.title}
      </h1>
      <p>
        <Line text={postmortem.summary} lang={lang} />
      </p>
      {postmortem.sections.map(({ position, heading, body }) => (
        <section key={position}>
          <h2 lang={lang} dir="auto">
            {heading}
          </h2>
          <p>
            <Line text={body} lang={lang} />
          </p>
        </section>
      ))}
    </article>
  );
}
