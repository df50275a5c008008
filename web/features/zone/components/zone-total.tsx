/**
 * A zone's total, each rate with its numerator and denominator: of the round, and of the
 * implementation of a year's ideas.
 */
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { rateText } from '../../../ui/rates.ts';
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
  const words = useZoneWords();
  return (
    <dl class="figures">
      <Figure name={words.organizations} value={organizations.toLocaleString(language)} />
      <Figure name={common.submitted} value={numbers.submitted.toLocaleString(language)} />
      <Figure name={common.adopted} value={numbers.adopted.toLocaleString(language)}>
        {common.declined} {numbers.declined} · {common.deferredCount} {numbers.deferred} ·{' '}
        {common.undecided} {numbers.undecided}
      </Figure>
      <Figure name={common.adoptionRate} value={rateText(numbers.adoptionRate)}>
        {common.adoptionRateBasis}
      </Figure>
      <Figure name={common.decisionRate} value={rateText(numbers.decisionRate)} />
      <Figure name={common.participation} value={rateText(numbers.participation)}>
        {common.participationBasis}
      </Figure>
    </dl>
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
