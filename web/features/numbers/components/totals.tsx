/**
 * The totals of a round. Every rate has its numerator and denominator, and every target says
 * whether it is met.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getStatistics } from '../../../../shared/contract/routes/numbers.ts';
import { useLanguage, useWords } from '../../../i18n/language-context.tsx';
import { rateText, shareText } from '../../../ui/rates.ts';
import { metSoFar } from '../targets.ts';
import { useNumbersWords } from '../words.ts';
import { Figure } from './figure.tsx';
import { FollowUpFigures } from './follow-up.tsx';

type Statistics = ReplyOf<typeof getStatistics>;

interface Props {
  readonly state: Statistics['state'];
  readonly total: Statistics['total'];
  readonly targets: Statistics['targets'];
  readonly met: Statistics['met'];
}

export function Totals({ state, total, targets, met }: Props) {
  const { language } = useLanguage();
  const words = useNumbersWords();
  const { daysToDecision } = total;
  const days =
    daysToDecision.mean === null ? words.none : words.meanDays(String(daysToDecision.mean));
  return (
    <dl class="figures">
      <Figure name={words.adoptionRate} value={rateText(total.adoptionRate)}>
        {words.adoptionRateBasis} ·{' '}
        <Target value={shareText(targets.adoptionRate)} met={metSoFar(state, met.adoptionRate)} />
      </Figure>
      <Figure name={words.submitted} value={String(total.submitted)}>
        <Target value={String(targets.ideas)} met={metSoFar(state, met.ideas)} />
      </Figure>
      <Figure name={words.adopted} value={String(total.adopted)}>
        {words.accepted} {total.accepted} · {words.abandoned} {total.abandoned}
      </Figure>
      <Figure name={words.decidedCount} value={String(total.decided)}>
        {words.declined} {total.declined} · {words.deferredCount} {total.deferred} ·{' '}
        {words.undecided} {total.undecided}
      </Figure>
      <Figure name={words.adoptionRateOfDecided} value={rateText(total.adoptionRateOfDecided)} />
      <Figure name={words.decisionRate} value={rateText(total.decisionRate)} />
      <Figure name={words.participation} value={rateText(total.participation)}>
        {words.participationBasis}
      </Figure>
      <Figure name={words.implementationRate} value={rateText(total.implementationRate)}>
        {words.implementationRateBasis}
      </Figure>
      <Figure
        name={words.verifiedBenefit}
        value={words.yuan(total.verifiedBenefit.toLocaleString(language))}
      >
        {words.claimedBenefit(words.yuan(total.claimedBenefit.toLocaleString(language)))}
      </Figure>
      <Figure name={words.daysToDecision} value={days}>
        {daysToDecision.percentile90 === null
          ? undefined
          : words.within(daysToDecision.percentile90)}
      </Figure>
      <FollowUpFigures total={total} />
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
