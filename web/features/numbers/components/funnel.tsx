/** How many of a round's ideas came how far, from submission to acceptance. */
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getStatistics } from '../../../../shared/contract/routes/numbers.ts';
import type { IdeaStatus } from '../../../../shared/domain/idea/lifecycle.ts';
import { openIn } from '../../../../shared/domain/numbers/open-ideas.ts';
import { rate } from '../../../../shared/domain/numbers/rate.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { rateText } from '../../../ui/rates.ts';
import { ideasBehind } from '../ideas-behind.ts';
import { useNumbersWords } from '../words.ts';
import { Gauge } from './gauge.tsx';

export function Funnel({ of: { round, total } }: { readonly of: ReplyOf<typeof getStatistics> }) {
  const words = useNumbersWords();
  const { id } = useOrganization().organization;
  const behind = (count: number, name: string, status: IdeaStatus) => (
    <>
      {count === 0 ? name : <Link href={ideasBehind(id, round, { status })}>{name}</Link>} {count}
    </>
  );
  return (
    <section>
      <h2>{words.funnel}</h2>
      <ol class="funnel">
        <Stage name={words.submitted} count={total.submitted} of={total.submitted}>
          <Link href={ideasBehind(id, round)} class="no-print">
            {words.seeIdeas}
          </Link>
        </Stage>
        <Stage name={words.decidedCount} count={total.decided} of={total.submitted}>
          {behind(total.declined, words.declined, 'declined')}&nbsp;·{' '}
          {behind(total.deferred, words.deferredCount, 'deferred')}&nbsp;· {words.undecided}{' '}
          {openIn(total)}
        </Stage>
        <Stage name={words.adopted} count={total.adopted} of={total.submitted}>
          <span class="no-print">
            <Link href={ideasBehind(id, round, { adopted: 'yes' })}>{words.seeAdopted}</Link>
            &nbsp;·{' '}
          </span>
          {words.underWay} {total.adopted - total.accepted - total.abandoned}&nbsp;·{' '}
          {behind(total.abandoned, words.abandoned, 'abandoned')}
        </Stage>
        <Stage name={words.accepted} count={total.accepted} of={total.submitted}>
          {total.accepted > 0 && (
            <Link href={ideasBehind(id, round, { status: 'accepted' })} class="no-print">
              {words.seeAccepted}
            </Link>
          )}
        </Stage>
      </ol>
    </section>
  );
}

interface StageProps {
  readonly name: string;
  readonly count: number;
  readonly of: number;
  readonly children: ComponentChildren;
}

function Stage({ name, count, of, children }: StageProps) {
  const share = rate(count, of);
  return (
    <li>
      <span>{name}</span>
      <Gauge length={share.value ?? undefined} />
      <span>{rateText(share)}</span>
      <small>{children}</small>
    </li>
  );
}
