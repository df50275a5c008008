/** All numbers of each round, one row each. */
import { Link } from 'wouter-preact';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { daysText, rateText } from '../../../ui/rates.ts';
import { Scrollable } from '../../../ui/scrollable.tsx';
import { liveNumbers, type SeriesRound } from '../series.ts';
import { useNumbersWords } from '../words.ts';
import { RateBar } from './rate-bar.tsx';
import { ShownValue, Since } from './shown-value.tsx';

interface Props {
  readonly rounds: readonly SeriesRound[];
}

export function SeriesTable({ rounds }: Props) {
  const words = useNumbersWords();
  const headings = [words.submitted, words.decidedCount, words.adopted, words.accepted];
  return (
    <Scrollable label={words.seriesTable}>
      <table>
        <caption>{words.seriesTable}</caption>
        <thead>
          <tr>
            <th scope="col">{words.round}</th>
            <th scope="col">{words.adoptionRate}</th>
            {headings.map(heading => (
              <th key={heading} scope="col" class="number">
                {heading}
              </th>
            ))}
            <th scope="col" class="number">
              {words.abandoned}
            </th>
            <th scope="col">{words.decisionRate}</th>
            <th scope="col">{words.participation}</th>
            <th scope="col">{words.implementationRate}</th>
            <th scope="col" class="number">
              {words.claimedInYuan}
            </th>
            <th scope="col" class="number">
              {words.benefitInYuan}
            </th>
            <th scope="col" class="number">
              {words.meanDaysHeading}
            </th>
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
  const { language } = useLanguage();
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
        <Link href={paths.numbers(id, round)}>{words.roundName(round)}</Link>
        <small class="round-state">
          {words.roundStates[state]}
          {source === 'live' && `\u00a0· ${words.live}`}
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
      <td class="number">{mean === null ? words.none : daysText(mean)}</td>
    </tr>
  );
}
