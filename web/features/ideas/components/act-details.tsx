/**
 * The details of an act in a history: the reason, the note, the figures, the other idea, or the
 * former content.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { calendarDay } from '../../../i18n/moments.ts';
import { useMoment } from '../../../i18n/use-moment.ts';
import { type People, Person } from '../../../ui/person.tsx';
import { useIdeasWords } from '../words.ts';
import { IdeaLink } from './idea-link.tsx';
import { IdeaText } from './idea-text.tsx';
import { Yuan } from './yuan.tsx';

type Entry = ReplyOf<typeof getIdea>['history'][number];

interface Props {
  readonly entry: Entry;
  readonly people: People | undefined;
}

export function ActDetails({ entry, people }: Props) {
  const { words: common, language } = useLanguage();
  const words = useIdeasWords();
  switch (entry.act) {
    case 'merge':
      return <Other id={entry.into} />;
    case 'absorb':
    case 'release':
      return <Other id={entry.idea} />;
    case 'assign':
    case 'reassign':
      return (
        <p>
          {common.labelled(words.owner, '')}
          <Person id={entry.owner} people={people} brief />
          &nbsp;· {common.labelled(words.due, calendarDay(entry.due, language))}
        </p>
      );
    case 'report':
      return (
        <>
          <p>{common.labelled(words.progress, words.percent(entry.progress))}</p>
          <Written text={entry.note} />
        </>
      );
    case 'complete':
      return (
        <>
          <Written label={words.done} text={entry.done} />
          <Benefit label={words.claimedBenefit} amount={entry.claimedBenefit} />
        </>
      );
    case 'accept':
      return <Benefit label={words.verifiedBenefit} amount={entry.verifiedBenefit} />;
    case 'correct':
      return (
        <Former
          former={entry.former}
          slip={{ authorId: entry.former.authorId, submittedAt: entry.former.submittedAt }}
          people={people}
        />
      );
    case 'take-back':
      return <Written label={common.reason} text={entry.reason} />;
    case 'return':
      return <Written label={words.noteToMend} text={entry.reason} />;
    case 'reopen':
    case 'send-back':
    case 'abandon':
      return <Written label={common.reason} text={entry.reason} />;
    case 'decline':
    case 'defer':
      return (
        <>
          <Written
            label={common.reason}
            text={entry.reasonCode ? common.reasonCodes[entry.reasonCode] : entry.reason}
          />
          <Written label={words.officialReply} text={entry.reply} />
        </>
      );
    case 'adopt':
    case 'dismiss':
      return (
        <>
          <Written label={common.reason} text={entry.reason} />
          <Written label={words.officialReply} text={entry.reply} />
        </>
      );
    case 'appeal':
      return <Written text={entry.text} />;
    case 'answer-appeal':
      return (
        <>
          <p>{words.appealOutcomes[entry.outcome]}</p>
          <Written label={words.officialReply} text={entry.reply} />
        </>
      );
    case 'reply':
      return <Written label={words.officialReply} text={entry.reply} />;
    case 'revise':
      return <Former former={entry.former} people={people} />;
    case 'submit':
    case 'withdraw':
    case 'list':
    case 'unmerge':
    case 'claim':
    case 'acknowledge':
    case 'approve-reward':
    case 'pay-reward':
    case 'name-excellent':
    case 'unname-excellent':
    case 'rate-outcome':
    case 'decline-authorship':
    case 'give-opinion':
      return null;
    case 'refer':
      return (
        <p>
          {common.labelled(words.adviser, '')}
          <Person id={entry.referredTo} people={people} brief />
        </p>
      );
  }
}

function Other({ id }: { readonly id: IdeaId }) {
  return (
    <p>
      <IdeaLink id={id} />
    </p>
  );
}

interface BenefitProps {
  readonly label: string;
  /** CNY a year. */
  readonly amount: number;
}

function Benefit({ label, amount }: BenefitProps) {
  const { words } = useLanguage();
  return (
    <p>
      {words.labelled(label, '')}
      <Yuan amount={amount} />
    </p>
  );
}

interface WrittenProps {
  readonly label?: string;
  readonly text: string | undefined;
}

function Written({ label, text }: WrittenProps) {
  const { words } = useLanguage();
  if (text === undefined) return null;
  return <p class="written">{label === undefined ? text : words.labelled(label, text)}</p>;
}

type Revision = Extract<Entry, { act: 'revise' }>;
type Correction = Extract<Entry, { act: 'correct' }>;

interface FormerProps extends Pick<Revision, 'former'> {
  /** Of a corrected slip: its author and time until then. */
  readonly slip?: Pick<Correction['former'], 'authorId' | 'submittedAt'>;
  readonly people: People | undefined;
}

function Former({ former, slip, people }: FormerProps) {
  const words = useIdeasWords();
  const { words: common } = useLanguage();
  const moment = useMoment();
  const { title, category, department } = former;
  return (
    <details>
      <summary>{words.formerText}</summary>
      <p>
        <strong>{title}</strong>{' '}
        <small class="facts">
          {[category, department].filter(fact => fact !== undefined).join('\u00a0· ')}
        </small>
      </p>
      {slip !== undefined && (
        <p>
          {common.labelled(words.formerAuthor, '')}
          {slip.authorId === undefined ? (
            common.unnamed
          ) : (
            <Person id={slip.authorId} people={people} brief />
          )}
          &nbsp;· {common.labelled(words.formerTime, moment(slip.submittedAt))}
        </p>
      )}
      <IdeaText idea={former} />
    </details>
  );
}
