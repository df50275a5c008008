/**
 * What became of a round's ideas beside their decision. A number that is unknown or withheld says
 * so, and is never 0.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getStatistics } from '../../../../shared/contract/routes/numbers.ts';
import { FEN_PER_YUAN } from '../../../../shared/domain/kernel/amount.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { daysText, perHeadText, rateText } from '../../../ui/rates.ts';
import { useNumbersWords } from '../words.ts';
import { Figure } from './figure.tsx';

type Total = ReplyOf<typeof getStatistics>['total'];

/** Figures for a list of figures. */
export function FollowUpFigures({ total }: { readonly total: Total }) {
  const words = useNumbersWords();
  const { ideasPerHead, followUp } = total;
  const mean = followUp?.daysToFirstReply.mean ?? null;
  return (
    <>
      <Figure
        name={words.ideasPerHead}
        value={ideasPerHead === undefined ? words.none : perHeadText(ideasPerHead)}
      >
        {ideasPerHead === undefined ? words.unknown : words.ideasPerHeadBasis}
      </Figure>
      <Figure
        name={words.firstReply}
        value={mean === null ? words.none : words.meanDays(daysText(mean))}
      >
        {followUp === undefined ? words.unknown : words.replied(followUp.daysToFirstReply.replied)}
      </Figure>
      <RewardsFigure name={words.rewardsApproved} rewards={followUp?.rewardsApproved} />
      <RewardsFigure name={words.rewardsPaid} rewards={followUp?.rewardsPaid} />
      <SatisfactionFigure satisfaction={followUp?.satisfaction} />
      <Figure
        name={words.excellent}
        value={followUp === undefined ? words.none : String(followUp.excellent)}
      >
        {followUp === undefined ? words.unknown : undefined}
      </Figure>
    </>
  );
}

type FollowUp = NonNullable<Total['followUp']>;

function RewardsFigure({
  name,
  rewards,
}: {
  readonly name: string;
  readonly rewards: FollowUp['rewardsPaid'];
}) {
  const { language } = useLanguage();
  const words = useNumbersWords();
  if (!rewards) return <Untold name={name} withheld={rewards === null} />;
  const amount = (rewards.fen / FEN_PER_YUAN).toLocaleString(language);
  return (
    <Figure name={name} value={words.yuan(amount)}>
      {words.ofIdeas(rewards.ideas)}
    </Figure>
  );
}

function SatisfactionFigure({ satisfaction }: { readonly satisfaction: FollowUp['satisfaction'] }) {
  const words = useNumbersWords();
  if (!satisfaction) return <Untold name={words.satisfaction} withheld={satisfaction === null} />;
  const { rate, neutral, dissatisfied } = satisfaction;
  return (
    <Figure name={words.satisfaction} value={rateText(rate)}>
      {words.satisfactionBasis}&nbsp;· {words.opinions(neutral, dissatisfied)}
    </Figure>
  );
}

function Untold({ name, withheld }: { readonly name: string; readonly withheld: boolean }) {
  const words = useNumbersWords();
  return (
    <Figure name={name} value={withheld ? words.withheld : words.none}>
      {withheld ? words.withheldReason : words.unknown}
    </Figure>
  );
}
