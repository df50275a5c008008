/** The round under way: the days left, and the ideas that came in against the target. */
import { Link } from 'wouter-preact';
import { serverNow } from '../../../api/server-clock.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { day, today } from '../../../i18n/moments.ts';
import { useDayAndTime } from '../../../i18n/use-moment.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { countdownOf } from '../countdown.ts';
import type { Today } from '../tasks.ts';
import { useHomeWords } from '../words.ts';

export function RoundCard({ round }: { readonly round: Today['round'] }) {
  const words = useHomeWords();
  const { language } = useLanguage();
  const { organization } = useOrganization();
  const dayAndTime = useDayAndTime();
  const { timeZone } = organization.calendar;
  const { to, at, days } = countdownOf(round, serverNow(), timeZone);
  const { submitted, target } = round;
  return (
    <section class="card round-card" aria-labelledby="round-under-way">
      <h2 id="round-under-way">
        <Link href={paths.round(organization.id, round.id)}>{words.roundName(round.id)}</Link>
        <small>{words.roundStates[round.state]}</small>
      </h2>
      <p class="countdown">
        <strong>{days === 0 ? words.onTheDay : words.days(days)}</strong>
        <span>
          {to === 'deliberation-day'
            ? words.toDeliberationDay(day(today(new Date(at), timeZone), language))
            : words.toEndOfVoting(dayAndTime(at))}
        </span>
      </p>
      {target > 0 && (
        <progress value={Math.min(submitted, target)} max={target} aria-labelledby="round-count" />
      )}
      <p id="round-count" class="facts">
        {words.againstTarget(submitted, target)}
      </p>
    </section>
  );
}
