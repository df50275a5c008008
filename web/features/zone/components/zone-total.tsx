/**
 * A zone's total, each rate with its numerator and denominator: of the round, and of the
 * implementation of a year's ideas.
 */
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { openIn } from '../../../../shared/domain/numbers/open-ideas.ts';
import type { Rate } from '../../../../shared/domain/numbers/rate.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { percentText } from '../../../ui/rates.ts';
import { Figure, useNumbersWords } from '../../numbers/index.ts';
import type { Complete, RoundNumbers, WorkNumbers } from '../order.ts';
import { useZoneWords } from '../words.ts';

export function ZoneTotal({ reply }: { readonly reply: Complete }) {
  const { numbers, work, organizations, workSince } = reply;
  return (
    <>
      {numbers !== null && <RoundTotal numbers={numbers} organizations={organizations} />}
      {work !== null && workSince !== undefined && <WorkTotal work={work} since={workSince} />}
    </>
  );
}

function RoundTotal({
  numbers,
  organizations,
}: {
  readonly numbers: RoundNumbers;
  readonly organizations: number;
}) {
  const { words: common, language } = useLanguage();
  const numberWords = useNumbersWords();
  const words = useZoneWords();
  return (
    <dl class="figures">
      <Figure name={words.organizations} value={organizations.toLocaleString(language)} />
      <Figure name={common.submitted} value={numbers.submitted.toLocaleString(language)} />
      <Figure name={common.adopted} value={numbers.adopted.toLocaleString(language)}>
        {common.declined}&nbsp;{numbers.declined}&nbsp;· {common.deferredCount}&nbsp;
        {numbers.deferred}&nbsp;· {common.undecided}&nbsp;{openIn(numbers)}
      </Figure>
      <RateFigure
        name={common.adoptionRate}
        of={numbers.adoptionRate}
        basis={common.adoptionRateBasis}
      />
      <RateFigure
        name={common.decisionRate}
        of={numbers.decisionRate}
        basis={numberWords.decisionRateBasis}
      />
      <RateFigure
        name={common.participation}
        of={numbers.participation}
        basis={common.participationBasis}
      />
    </dl>
  );
}

interface RateProps {
  readonly name: string;
  readonly of: Rate;
  /** What is divided by what. */
  readonly basis: string;
}

function RateFigure({ name, of, basis }: RateProps) {
  return (
    <Figure name={name} value={percentText(of)}>
      {of.numerator}/{of.denominator}&nbsp;· {basis}
    </Figure>
  );
}

function WorkTotal({ work, since }: { readonly work: WorkNumbers; readonly since: RoundId }) {
  const { words: common, language } = useLanguage();
  const numberWords = useNumbersWords();
  const words = useZoneWords();
  const yuan = (amount: number) => common.yuan(amount.toLocaleString(language));
  return (
    <>
      <h2>{words.work(common.roundName(since))}</h2>
      <dl class="figures">
        <Figure name={words.accepted} value={work.accepted.toLocaleString(language)} />
        <Figure name={numberWords.verifiedBenefit} value={yuan(work.verifiedBenefit)}>
          {numberWords.claimedBenefit(yuan(work.claimedBenefit))}
        </Figure>
        <Figure name={words.overdue} value={work.overdue.toLocaleString(language)} />
      </dl>
    </>
  );
}
