/**
 * Says that the round is about to end, or has ended, to whoever has an idea that is not sent: it
 * counts for the round in which it arrives, by the server's clock.
 */
import { isLocalDate } from '../../../../shared/domain/kernel/instant.ts';
import { regularDay, scheduleOn } from '../../../../shared/domain/organization/calendar.ts';
import { useServerNow } from '../../../api/use-server-now.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { day } from '../../../i18n/moments.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { useSubmissionWords } from '../words.ts';

const SOON_MS = 48 * 60 * 60 * 1000;

export function RoundEnd() {
  const words = useSubmissionWords();
  const now = useServerNow();
  const { language } = useLanguage();
  const { currentRound, calendar } = useOrganization().organization;
  const moved = calendar.movedDays[currentRound];
  const meeting =
    moved !== undefined && isLocalDate(moved) ? moved : regularDay(currentRound, calendar);
  const left = Date.parse(scheduleOn(meeting, calendar).intakeEndsAt) - now;
  if (left > SOON_MS) return null;
  const round = words.roundName(currentRound);
  return (
    <p class="notice">
      {left > 0 ? words.roundEndsSoon(round, day(meeting, language)) : words.roundEnded(round)}
    </p>
  );
}
