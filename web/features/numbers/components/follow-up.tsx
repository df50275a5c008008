/**
 * What became of a round's ideas beside their decision. A number that is unknown or withheld says
 * so, and is never 0.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getStatistics } from '../../../../shared/contract/routes/numbers.ts';
import { FEN_PER_YUAN } from '../../../../shared/domain/kernel/amount.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { perHeadText, rateText } from '../../../ui/rates.ts';
import { useFollowUpWords } from '../follow-up-words.ts';
import { Figure } from './figure.tsx';

type Total = ReplyOf<typeof getStatistics>['total'];

/** Figures for a list of figures. */
export function FollowUpFigures({ total }: { readonly total: Total }) {
  const { words: common } = useLanguage();
  const words = useFollowUpWords();
  const { ideasPerHead, followUp } = total;
  const mean = followUp?.daysToFirstReply.mean ?? null;
  return (
    <>
      <Figure
        name={words.ideasPerHead}
        value={ideasPerHead === undefined ? common.none : perHeadText(ideasPerHead)}
      >
        {ideasPerHead === undefined ? words.unknown : words.ideasPerHeadBasis}
      </Figure>
      <Figure
        name={words.firstReply}
        value={mean === null ? common.none : common.meanDays(String(mean))}
      >
        {followUp === undefined ? words.unknown : words.replied(followUp.daysToFirstReply.replied)}
      </Figure>
      <RewardsFigure name={words.rewardsApproved} rewards={followUp?.rewardsApproved} />
      <RewardsFigure name={words.rewardsPaid} rewards={followUp?.rewardsPaid} />
      <SatisfactionFigure satisfaction={followUp?.satisfaction} />
      <Figure
        name={words.excellent}
        value={followUp === undefined ? common.none : String(followUp.excellent)}
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
  const { words: common, language } = useLanguage();
  const words = useFollowUpWords();
  if (!rewards) return <Untold name={name} withheld={rewards === null} />;
  const amount = (rewards.fen / FEN_PER_YUAN).toLocaleString(language);
  return (
    <Figure name={name} value={common.yuan(amount)}>
      {words.ofIdeas(rewards.ideas)}
    </Figure>
  );
}

function SatisfactionFigure({ satisfaction }: { readonly satisfaction: FollowUp['satisfaction'] }) {
  const words = useFollowUpWords();
  if (!satisfaction) return <Untold name={words.satisfaction} withheld={satisfaction === null} />;
  const { rate, neutral, dissatisfied } = satisfaction;
  return (
    <Figure name={words.satisfaction} value={rateText(rate)}>
      {words.satisfactionBasis} · {words.opinions(neutral, dissatisfied)}
    </Figure>
  );
}

function Untold({ name, withheld }: { readonly name: string; readonly withheld: boolean }) {
  const { words: common } = useLanguage();
  const words = useFollowUpWords();
  return (
    <Figure name={name} value={withheld ? words.withheld : common.none}>
      {withheld ? words.withheldReason : words.unknown}
    </Figure>
  );
}
