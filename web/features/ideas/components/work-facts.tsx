/**
 * The facts of an idea's implementation: its owner, due date and progress, the claimed benefit, and
 * the benefit that another person has verified.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { calendarDay } from '../../../i18n/moments.ts';
import { useMoment } from '../../../i18n/use-moment.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { type People, Person } from '../../../ui/person.tsx';
import { Photos } from '../../photos/index.ts';
import { useIdeasWords } from '../words.ts';
import { DueDate } from './due-date.tsx';
import { Yuan } from './yuan.tsx';

type Idea = ReplyOf<typeof getIdea>;

interface Props {
  readonly idea: Pick<Idea, 'implementation' | 'completion' | 'acceptance' | 'abandonment'> &
    Partial<Pick<Idea, 'photos'>>;
  readonly people: People | undefined;
  /** What the manager who sent it back found missing. */
  readonly missing?: string | undefined;
  /** Whether its last report is still on this device. */
  readonly waits?: boolean;
}

export function WorkFacts({ idea, people, missing, waits = false }: Props) {
  const { words: common } = useLanguage();
  const words = useIdeasWords();
  const { membership } = useOrganization();
  const { implementation, completion, acceptance, abandonment } = idea;
  return (
    <>
      {implementation !== undefined && (
        <Charge
          implementation={implementation}
          people={people}
          waits={waits}
          done={completion !== undefined || abandonment !== undefined}
        />
      )}
      {missing !== undefined && (
        <p class="notice attention written">{common.labelled(words.sentBack, missing)}</p>
      )}
      {completion !== undefined && (
        <>
          <Completion completion={completion} acceptance={acceptance} people={people} />
          <Photos
            photos={idea.photos}
            of="result"
            own={implementation?.owner === membership.memberId}
          />
        </>
      )}
      {abandonment !== undefined && <Abandonment abandonment={abandonment} />}
    </>
  );
}

interface ChargeProps {
  readonly implementation: NonNullable<Idea['implementation']>;
  readonly people: People | undefined;
  readonly waits: boolean;
  /** Once it is over, its progress means nothing any more. */
  readonly done: boolean;
}

function Charge({ implementation, people, waits, done }: ChargeProps) {
  const { words: common, language } = useLanguage();
  const words = useIdeasWords();
  const moment = useMoment();
  const { owner, due, progress, note, reportedAt } = implementation;
  return (
    <div class="work">
      <p class="work-charge">
        <span>
          {common.labelled(words.owner, '')}
          <Person id={owner} people={people} />
        </span>
        {done ? (
          <span>{common.labelled(words.due, calendarDay(due, language))}</span>
        ) : (
          <DueDate of={implementation} />
        )}
      </p>
      {!done && (
        <>
          <p class="work-progress">
            <progress value={progress} max={100} aria-label={words.progress} />
            <span>
              {words.percent(progress)}
              {waits && `\u00a0· ${common.waitsToBeSent}`}
            </span>
          </p>
          {note !== undefined && (
            <p class="written">
              {note}{' '}
              {reportedAt !== undefined && <small>{words.reportedOn(moment(reportedAt))}</small>}
            </p>
          )}
        </>
      )}
    </div>
  );
}

interface CompletionProps {
  readonly completion: NonNullable<Idea['completion']>;
  readonly acceptance: Idea['acceptance'];
  readonly people: People | undefined;
}

function Completion({ completion, acceptance, people }: CompletionProps) {
  const words = useIdeasWords();
  const moment = useMoment();
  const { at, done, claimedBenefit } = completion;
  return (
    <dl class="pairs">
      <dt>{words.done}</dt>
      <dd class="written">{done}</dd>
      <dt>{words.completedOn}</dt>
      <dd>{moment(at)}</dd>
      <dt>{words.claimedBenefit}</dt>
      <dd>
        <Yuan amount={claimedBenefit} />
      </dd>
      {acceptance !== undefined && (
        <>
          <dt>{words.verifiedBenefit}</dt>
          <dd>
            <strong>
              <Yuan amount={acceptance.verifiedBenefit} />
            </strong>
          </dd>
          <dt>{words.acceptedBy}</dt>
          <dd>
            <Person id={acceptance.by} people={people} brief />
            &nbsp;· {moment(acceptance.at)}
          </dd>
        </>
      )}
    </dl>
  );
}

function Abandonment({ abandonment }: { readonly abandonment: NonNullable<Idea['abandonment']> }) {
  const words = useIdeasWords();
  const moment = useMoment();
  return (
    <div class="decision">
      <p>
        <strong>{words.abandoned}</strong> <small>{moment(abandonment.at)}</small>
      </p>
      <p class="written">{abandonment.reason}</p>
    </div>
  );
}
