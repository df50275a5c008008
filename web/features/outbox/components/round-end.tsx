/**
 * Says that the round is about to end, or has ended, while an idea waits: it counts for the round in
 * which it arrives, by the server's clock.
 */
import { instantOf, isLocalDate, millisBetween } from '../../../../shared/domain/kernel/instant.ts';
import { regularDay, scheduleOn } from '../../../../shared/domain/organization/calendar.ts';
import { serverNow } from '../../../api/server-clock.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { day } from '../../../i18n/moments.ts';
import type { Entry } from '../../../outbox/entry.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { useOutboxWords } from '../words.ts';

const SOON_MS = 48 * 60 * 60 * 1000;

export function RoundEnd({ entries }: { readonly entries: readonly Entry[] }) {
  const words = useOutboxWords();
  const { language } = useLanguage();
  const { currentRound, calendar } = useOrganization().organization;
  const waits = entries.some(
    ({ act, state }) => act.id === 'submitIdea' && state.is !== 'sent' && state.is !== 'refused',
  );
  if (!waits) return null;
  const moved = calendar.movedDays[currentRound];
  const meeting =
    moved !== undefined && isLocalDate(moved) ? moved : regularDay(currentRound, calendar);
  const schedule = scheduleOn(meeting, calendar);
  const left = millisBetween(instantOf(serverNow().getTime()), schedule.intakeEndsAt);
  if (left > SOON_MS) return null;
  const round = words.roundName(currentRound);
  return (
    <p class="notice">
      {left > 0 ? words.roundEndsSoon(round, day(meeting, language)) : words.roundEnded(round)}
    </p>
  );
}
