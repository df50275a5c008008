/**
 * The time of an idea's submission: to the minute, or to the day for an unnamed author, whose hour
 * is not stored.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { isDatedByDay } from '../../../../shared/domain/idea/idea.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { dayOf, moment } from '../../../i18n/moments.ts';
import { useOrganization } from '../../../session/organization-context.tsx';

type Props = { readonly idea: Pick<ReplyOf<typeof getIdea>, 'submittedAt' | 'history'> };

export function HandedInAt({ idea: { submittedAt, history } }: Props) {
  const { words, language } = useLanguage();
  const { timeZone } = useOrganization().organization.calendar;
  const when = isDatedByDay(history) ? dayOf : moment;
  return <small>{words.labelled(words.handedInAt, when(submittedAt, timeZone, language))}</small>;
}
