/**
 * The further numbers of a bulletin: those beside the adoption rate, and the parts by department and
 * by category. A number that is withheld says so; one that was not counted at that time is left out.
 */
import { FEN_PER_YUAN } from '../../../../shared/domain/kernel/amount.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { daysText, perHeadText, rateText } from '../../../ui/rates.ts';
import type { Bulletin } from '../notice.ts';
import { useBulletinWords } from '../words.ts';

export function NumbersOfRound({ bulletin }: { readonly bulletin: Bulletin }) {
  const words = useBulletinWords();
  const { departments, categories } = bulletin.statistics;
  return (
    <section class="bulletin-numbers">
      <h2>{words.figures}</h2>
      <Figures bulletin={bulletin} />
      <div class="bulletin-parts">
        <Parts caption={words.byDepartment} heading={words.department} parts={departments} />
        <Parts caption={words.byCategory} heading={words.category} parts={categories} />
      </div>
      {bulletin.departmentsWithheld === true && (
        <p>
          <small>{words.departmentsWithheld}</small>
        </p>
      )}
    </section>
  );
}

function Figures({ bulletin }: { readonly bulletin: Bulletin }) {
  const { language } = useLanguage();
  const words = useBulletinWords();
  const { total } = bulletin.statistics;
  const { daysToDecision, ideasPerHead, followUp } = total;
  const withheld = words.withheld(bulletin.numbersWithheld?.fewestIdeas ?? 0);
  const rewards = (of: NonNullable<typeof followUp>['rewardsPaid']) =>
    of && words.amountOf(words.yuan((of.fen / FEN_PER_YUAN).toLocaleString(language)), of.ideas);
  const firstReply = followUp?.daysToFirstReply.mean ?? undefined;
  /** Null is withheld, undefined unknown. */
  const figures: readonly (readonly [string, string | null | undefined])[] = [
    [words.participation, rateText(total.participation)],
    [words.decisionRate, rateText(total.decisionRate)],
    [
      words.daysToDecision,
      daysToDecision.mean === null ? undefined : words.meanDays(daysText(daysToDecision.mean)),
    ],
    [words.ideasPerHead, ideasPerHead && perHeadText(ideasPerHead)],
    [words.firstReply, firstReply === undefined ? undefined : words.meanDays(daysText(firstReply))],
    [words.rewardsApproved, rewards(followUp?.rewardsApproved)],
    [words.rewardsPaid, rewards(followUp?.rewardsPaid)],
    [
      words.satisfaction,
      followUp?.satisfaction === null
        ? null
        : followUp?.satisfaction && rateText(followUp.satisfaction.rate),
    ],
    [words.excellent, followUp && words.ideasCount(followUp.excellent)],
  ];
  return (
    <dl class="bulletin-figures">
      {figures.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value ?? withheld}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

type Statistics = Bulletin['statistics'];
type Part = Statistics['departments'][number] | Statistics['categories'][number];

interface PartsProps {
  readonly caption: string;
  readonly heading: string;
  readonly parts: readonly Part[];
}

function Parts({ caption, heading, parts }: PartsProps) {
  const words = useBulletinWords();
  if (parts.length === 0) return null;
  const withPeople = parts.some(part => 'participation' in part);
  return (
    <div class="overflow-auto">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col" class="number">
              {words.submitted}
            </th>
            <th scope="col" class="number">
              {words.adopted}
            </th>
            <th scope="col" class="number">
              {words.adoptionRate}
            </th>
            {withPeople && (
              <th scope="col" class="number">
                {words.participation}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {parts.map(part => (
            <tr key={part.name}>
              <th scope="row">{part.name}</th>
              <td class="number">{part.submitted}</td>
              <td class="number">{part.adopted}</td>
              <td class="number">{rateText(part.adoptionRate)}</td>
              {withPeople && (
                <td class="number">
                  {'participation' in part ? rateText(part.participation) : words.none}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
