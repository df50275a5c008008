/**
 * The totals of a round. Every rate stands with its numerator and denominator, and every target with a word on whether it is met.
 */

import type { ReplyOf } from '../../shared/contract/client.ts';
import type { getStatistics } from '../../shared/contract/routes.ts';
import { useWords } from '../language/language-context.tsx';
import { Figure } from '../numbers/figure.tsx';
import { rateText, reaches, shareText } from '../numbers/rates.ts';
import type { OrganizationProfile } from '../shell/organization-context.tsx';

interface Props {
  readonly total: ReplyOf<typeof getStatistics>['total'];
  readonly targets: OrganizationProfile['targets'];
}

export function Totals({ total, targets }: Props) {
  const words = useWords();
  const { daysToDecision } = total;
  const days = daysToDecision.mean === null ? words.none : words.meanDays(String(daysToDecision.mean));
  return (
    <dl class="figures">
      <Figure name={words.adoptionRate} value={rateText(total.adoptionRate)}>
        {words.adoptionRateBasis} ·{' '}
        <Target
          value={shareText(targets.adoptionRate)}
          met={reaches(total.adoptionRate, targets.adoptionRate)}
        />
      </Figure>
      <Figure name={words.submitted} value={String(total.submitted)}>
        <Target value={String(targets.ideas)} met={total.submitted >= targets.ideas} />
      </Figure>
      <Figure name={words.adopted} value={String(total.adopted)} />
      <Figure name={words.decidedCount} value={String(total.decided)}>
        {words.declined} {total.declined} · {words.deferredCount} {total.deferred} · {words.undecided}{' '}
        {total.undecided}
      </Figure>
      <Figure name={words.adoptionRateOfDecided} value={rateText(total.adoptionRateOfDecided)} />
      <Figure name={words.decisionRate} value={rateText(total.decisionRate)} />
      <Figure name={words.participation} value={rateText(total.participation)}>
        {words.participationBasis}
      </Figure>
      <Figure name={words.daysToDecision} value={days}>
        {daysToDecision.percentile90 === null ? undefined : words.within(daysToDecision.percentile90)}
      </Figure>
    </dl>
  );
}

function Target({ value, met }: { readonly value: string; readonly met: boolean | undefined }) {
  const words = useWords();
  return (
    <>
      {words.target(value)}
      {met !== undefined && (met ? ` · ✓ ${words.targetMet}` : ` · ✕ ${words.targetMissed}`)}
    </>
  );
}
