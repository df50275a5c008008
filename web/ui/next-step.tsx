/** What an idea waits for next, and until when, in one sentence; nothing if nothing comes. */
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { getIdea } from '../../shared/contract/routes/ideas.ts';
import { useLanguage } from '../i18n/language-context.tsx';
import { calendarDay } from '../i18n/moments.ts';
import { useDayAndTime } from '../i18n/use-moment.ts';

type Next = ReplyOf<typeof getIdea>['nextStep'];

export function NextStep({ next: { step, by, due } }: { readonly next: Next }) {
  const { language, words } = useLanguage();
  const dayAndTime = useDayAndTime();
  if (step === 'nothing') return null;
  const until = due === undefined ? by !== undefined && dayAndTime(by) : calendarDay(due, language);
  const sentence = words.nextSteps[step];
  return (
    <p class="next-step">
      {words.labelled(words.nextStep, sentence.text)}
      {until !== false && sentence.until(until)}
    </p>
  );
}
