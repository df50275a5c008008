/** The numbers of a round beside the four that the page begins with. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getStatistics } from '../../../../shared/contract/routes/numbers.ts';
import { daysText, rateText } from '../../../ui/rates.ts';
import { useNumbersWords } from '../words.ts';
import { Figure } from './figure.tsx';
import { FollowUpFigures } from './follow-up.tsx';

type Total = ReplyOf<typeof getStatistics>['total'];

/** Who took part, and how long the decisions took. */
export function DecisionFigures({ total }: { readonly total: Total }) {
  const words = useNumbersWords();
  const { mean, percentile90 } = total.daysToDecision;
  return (
    <section>
      <h2>{words.decisionsTitle}</h2>
      <dl class="figure-rows">
        <Figure name={words.participation} value={rateText(total.participation)}>
          {words.participationBasis}
        </Figure>
        <Figure name={words.decisionRate} value={rateText(total.decisionRate)}>
          {words.decisionRateBasis}
        </Figure>
        <Figure name={words.adoptionRateOfDecided} value={rateText(total.adoptionRateOfDecided)} />
        <Figure
          name={words.daysToDecision}
          value={mean === null ? words.none : words.meanDays(daysText(mean))}
        >
          {percentile90 === null ? undefined : words.within(percentile90)}
        </Figure>
      </dl>
    </section>
  );
}

/** What became of the ideas beside their decision. */
export function FollowUpPart({ total }: { readonly total: Total }) {
  const words = useNumbersWords();
  return (
    <section>
      <h2>{words.followUpTitle}</h2>
      <dl class="figure-rows">
        <FollowUpFigures total={total} />
      </dl>
    </section>
  );
}
