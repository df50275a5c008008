/**
 * A round's published result in the form of a notice: heading and number, the result in a sentence,
 * the list with the adopted ideas first, further numbers, and the signature. Members and the public
 * see the same; on paper it is what hangs on the notice board.
 */
import type { ComponentChildren } from 'preact';
import { openIn } from '../../../../shared/domain/numbers/open-ideas.ts';
import { type Rate, reaches } from '../../../../shared/domain/numbers/rate.ts';
import type { Share } from '../../../../shared/domain/organization/organization.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { dayOf } from '../../../i18n/moments.ts';
import { rateText, shareText } from '../../../ui/rates.ts';
import { type Bulletin, type Entry, grouped, numberOf } from '../notice.ts';
import { useBulletinWords } from '../words.ts';
import { EntryTable } from './entry-table.tsx';
import { NumbersOfRound } from './numbers-of-round.tsx';

interface Targets {
  readonly ideas: number;
  readonly adoptionRate: Share;
}

interface Props {
  /** With its whole list. */
  readonly bulletin: Bulletin;
  /** The heading of the page. */
  readonly heading: ComponentChildren;
  readonly organizationName: string;
  readonly timeZone: string;
  /** For members alone. */
  readonly targets?: Targets;
  /** Renders an idea's title: as a link, for readers who may follow it. */
  readonly titleOf: (entry: Entry) => ComponentChildren;
  /** What has become of an idea since, if that is known and differs. */
  readonly presentlyOf?: (entry: Entry) => string | undefined;
}

export function BulletinSheet({
  bulletin,
  heading,
  organizationName,
  timeZone,
  targets,
  titleOf,
  presentlyOf = () => undefined,
}: Props) {
  const { language } = useLanguage();
  const words = useBulletinWords();
  const { round, statistics, items, publishedAt } = bulletin;
  const { year, month } = numberOf(round);
  return (
    <article class="bulletin">
      <header class="bulletin-head">
        {heading}
        <p class="muted">{words.bulletinNumber(year, month)}</p>
      </header>
      <p>{words.toAll}</p>
      <p class="bulletin-sentence">
        {words.collected(words.roundName(round), statistics.total.submitted)}
        {resultSentence(statistics.total, words)}
        {targets !== undefined && targetSentence(statistics.total, targets, words)}
        {words.asFollows}
      </p>
      {items.length === 0 ? (
        <p class="empty">{words.bulletinEmpty}</p>
      ) : (
        <EntryTable groups={grouped(items)} titleOf={titleOf} presentlyOf={presentlyOf} />
      )}
      <NumbersOfRound bulletin={bulletin} />
      <footer class="bulletin-foot">
        <p>
          {words.objections(organizationName)}
          {words.frozen}
        </p>
        {words.herewith !== '' && <p>{words.herewith}</p>}
        <p class="bulletin-signature">
          {organizationName}
          <br />
          <time dateTime={publishedAt}>{dayOf(publishedAt, timeZone, language)}</time>
        </p>
      </footer>
    </article>
  );
}

type Words = ReturnType<typeof useBulletinWords>;
type Total = Bulletin['statistics']['total'];

/** `采纳 18 条，暂缓 5 条，未采纳 40 条，采纳率 28.6% (18/63)。` */
function resultSentence(total: Total, { resultCounts, rateIs, comma, period }: Words): string {
  const { adopted, deferred, declined, adoptionRate } = total;
  const open = openIn(total);
  const parts = [
    resultCounts.adopted(adopted),
    ...(deferred > 0 ? [resultCounts.deferred(deferred)] : []),
    resultCounts.declined(declined),
    ...(open > 0 ? [resultCounts.undecided(open)] : []),
    rateIs(rateText(adoptionRate)),
  ];
  return parts.join(comma) + period;
}

function targetSentence(
  { submitted, adoptionRate }: { readonly submitted: number; readonly adoptionRate: Rate },
  targets: Targets,
  { targetsAre, ideasCount, metOrNot }: Words,
): string {
  const reached = reaches(adoptionRate, targets.adoptionRate);
  const share = shareText(targets.adoptionRate);
  return targetsAre(
    metOrNot(ideasCount(targets.ideas), submitted >= targets.ideas),
    reached === undefined ? share : metOrNot(share, reached),
  );
}
