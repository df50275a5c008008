/**
 * A zone's total, each rate with its numerator and denominator.
 */
import { useLanguage } from '../language/language-context.tsx';
import { Figure } from '../numbers/figure.tsx';
import { rateText } from '../numbers/rates.ts';
import { useNumberWords } from '../numbers/words.ts';
import type { Numbers } from './order.ts';
import { useZoneWords } from './words.ts';

interface Props {
  readonly numbers: Numbers;
  readonly organizations: number;
}

export function ZoneTotal({ numbers, organizations }: Props) {
  const { words: common, language } = useLanguage();
  const numberWords = useNumberWords();
  const words = useZoneWords();
  const yuan = (amount: number) => common.yuan(amount.toLocaleString(language));
  return (
    <dl class="figures">
      <Figure name={words.organizations} value={organizations.toLocaleString(language)} />
      <Figure name={common.submitted} value={numbers.submitted.toLocaleString(language)} />
      <Figure name={common.adopted} value={numbers.adopted.toLocaleString(language)}>
        {common.declined} {numbers.declined} · {common.deferredCount} {numbers.deferred} · {common.undecided}{' '}
        {numbers.undecided}
      </Figure>
      <Figure name={common.adoptionRate} value={rateText(numbers.adoptionRate)}>
        {common.adoptionRateBasis}
      </Figure>
      <Figure name={common.decisionRate} value={rateText(numbers.decisionRate)} />
      <Figure name={common.participation} value={rateText(numbers.participation)}>
        {common.participationBasis}
      </Figure>
      <Figure name={numberWords.implementationRate} value={rateText(numbers.implementationRate)}>
        {numberWords.implementationRateBasis}
      </Figure>
      <Figure name={numberWords.verifiedBenefit} value={yuan(numbers.verifiedBenefit)}>
        {numberWords.claimedBenefit(yuan(numbers.claimedBenefit))}
      </Figure>
    </dl>
  );
}
