/**
 * A round that is not shown yet: how many organizations have published it, which have not, and a
 * link to a round that can be seen.
 */
import { Link } from 'wouter-preact';
import { roundAfter } from '../../../../shared/domain/kernel/ids.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { paths } from '../../../paths.ts';
import type { Awaited } from '../order.ts';
import { useZoneWords } from '../words.ts';

export function AwaitedRound({ reply }: { readonly reply: Awaited }) {
  const common = useWords();
  const words = useZoneWords();
  const { organizations, published, awaited } = reply;
  const before = roundAfter(reply.round, -1);
  const more = organizations - published - awaited.length;
  return (
    <>
      <div class="empty">
        {published < organizations ? (
          <>
            <p>{words.awaited(published, organizations)}</p>
            <progress value={published} max={organizations} />
          </>
        ) : (
          <p>{words.othersAwaited(common.roundName(reply.round))}</p>
        )}
        <p>{words.whyAwaited}</p>
        <Link href={paths.zone(reply.zone, before)} class="no-print">
          {words.seeRound(common.roundName(before))}
        </Link>
      </div>
      {awaited.length > 0 && (
        <section>
          <h2>{words.yetToPublish}</h2>
          <ul>
            {awaited.map(({ organization, name, district }) => (
              <li key={organization}>
                {name}&nbsp;· {district}
              </li>
            ))}
            {more > 0 && <li>{words.andMore(more)}</li>}
          </ul>
        </section>
      )}
    </>
  );
}
