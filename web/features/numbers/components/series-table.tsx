/** All numbers of each round, one row each. */
import { Link } from 'wouter-preact';
import { useLanguage, useWords } from '../../../i18n/language-context.tsx';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { rateText } from '../../../ui/rates.ts';
import { Scrollable } from '../../../ui/scrollable.tsx';
import { useNumberWords } from '../number-words.ts';
import { liveNumbers, type SeriesRound } from '../series.ts';
import { useNumbersWords } from '../words.ts';
import { RateBar } from './rate-bar.tsx';
import { ShownValue, Since } from './shown-value.tsx';

interface Props {
  readonly rounds: readonly SeriesRound[];
}

export function SeriesTable({ rounds }: Props) {
  const common = useWords();
  const words = useNumbersWords();
  const numberWords = useNumberWords();
  const headings = [common.submitted, common.decidedCount, common.adopted, numberWords.accepted];
  return (
    <Scrollable label={words.seriesTable}>
      <table>
        <caption>{words.seriesTable}</caption>
        <thead>
          <tr>
            <th scope="col">{common.round}</th>
            <th scope="col">{common.adoptionRate}</th>
            {headings.map(heading => (
              <th key={heading} scope="col" class="number">
                {heading}
              </th>
            ))}
            <th scope="col" class="number">
              {numberWords.abandoned}
            </th>
            <th scope="col">{common.decisionRate}</th>
            <th scope="col">{common.participation}</th>
            <th scope="col">{numberWords.implementationRate}</th>
            <th scope="col" class="number">
              {numberWords.claimedInYuan}
            </th>
            <th scope="col" class="number">
              {numberWords.benefitInYuan}
            </th>
            <th scope="col">{common.daysToDecision}</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map(entry => (
            <Row key={entry.round} entry={entry} />
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

function Row({ entry }: { readonly entry: SeriesRound }) {
  const { words: common, language } = useLanguage();
  const words = useNumbersWords();
  const { id } = useOrganization().organization;
  const { round, state, source, total } = entry;
  const now = liveNumbers(entry);
  const count = (amount: number) => <td class="number">{amount.toLocaleString(language)}</td>;
  const both = (value: number, now: number) => (
    <td class="number">
      <ShownValue value={value} now={now} />
    </td>
  );
  const { mean } = total.daysToDecision;
  return (
    <tr>
      <th scope="row">
        <Link href={paths.numbers(id, round)}>{round}</Link>{' '}
        <small>
          {common.roundStates[state]}
          {source === 'live' && ` · ${words.live}`}
        </small>
      </th>
      <td>
        <RateBar rate={total.adoptionRate} />
        <Since value={total.adoptionRate} now={now.adoptionRate} />
      </td>
      {both(total.submitted, now.submitted)}
      {both(total.decided, now.decided)}
      {both(total.adopted, now.adopted)}
      {count(now.accepted)}
      {count(now.abandoned)}
      <td>
        <ShownValue value={total.decisionRate} now={now.decisionRate} />
      </td>
      <td>
        <ShownValue value={total.participation} now={now.participation} />
      </td>
      <td>{rateText(now.implementationRate)}</td>
      {count(now.claimedBenefit)}
      {count(now.verifiedBenefit)}
      <td>{mean === null ? common.none : common.meanDays(String(mean))}</td>
    </tr>
  );
}
