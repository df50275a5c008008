/**
 * How the organization is doing in a round, in four figures: adoption, ideas, work done and its
 * benefit. Each has its numerator and denominator, and leads to the ideas behind it.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getStatistics } from '../../../../shared/contract/routes/numbers.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { useOrganization } from '../../../session/organization-context.tsx';
import { percentText, perHeadText } from '../../../ui/rates.ts';
import { ideasBehind } from '../ideas-behind.ts';
import { metIn, targetOf } from '../measures.ts';
import { scaled } from '../series.ts';
import { useNumbersWords } from '../words.ts';
import { Headline } from './headline.tsx';

export function Headlines({ of }: { readonly of: ReplyOf<typeof getStatistics> }) {
  const { language } = useLanguage();
  const words = useNumbersWords();
  const { id } = useOrganization().organization;
  const { round, total, targets } = of;
  const { adoptionRate, submitted, ideasPerHead, implementationRate } = total;
  const { verifiedBenefit, claimedBenefit } = total;
  const yuan = (amount: number) => words.yuan(amount.toLocaleString(language));
  const rateTarget = targetOf('adoptionRate', targets);
  const ideas = scaled([submitted], targets.ideas);
  const underWay = total.adopted - total.accepted - total.abandoned;
  return (
    <dl class="headlines">
      <Headline
        name={words.adoptionRate}
        value={percentText(adoptionRate)}
        basis={words.adoptedOf(total.adopted, submitted)}
        length={adoptionRate.value ?? undefined}
        mark={rateTarget?.size}
        met={metIn(of, 'adoptionRate')}
        link={{
          href: ideasBehind(id, round, { adopted: 'yes' }),
          text: words.seeAdopted,
        }}
      >
        {rateTarget !== undefined && words.target(rateTarget.text)}
      </Headline>
      <Headline
        name={words.submittedIdeas}
        value={submitted.toLocaleString(language)}
        basis={words.perHead(ideasPerHead === undefined ? words.none : perHeadText(ideasPerHead))}
        length={ideas.lengths[0]}
        mark={ideas.target}
        met={metIn(of, 'submitted')}
        link={{ href: ideasBehind(id, round), text: words.seeIdeas }}
      >
        {words.target(String(targets.ideas))}
      </Headline>
      <Headline
        name={words.implementationRate}
        value={percentText(implementationRate)}
        basis={words.acceptedOf(total.accepted, total.adopted)}
        length={implementationRate.value ?? undefined}
        link={{ href: ideasBehind(id, round, { status: 'accepted' }), text: words.seeAccepted }}
      >
        {words.underWay}&nbsp;{underWay}&nbsp;· {words.abandoned}&nbsp;{total.abandoned}
      </Headline>
      <Headline
        name={words.verifiedBenefit}
        value={yuan(verifiedBenefit)}
        basis={words.claimedBenefit(yuan(claimedBenefit))}
        length={claimedBenefit === 0 ? undefined : verifiedBenefit / claimedBenefit}
        link={{ href: ideasBehind(id, round, { status: 'accepted' }), text: words.seeAccepted }}
      >
        {words.benefitBasis}
      </Headline>
    </dl>
  );
}
