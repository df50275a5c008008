/**
 * The facts of an idea's implementation: its owner, due date and progress, the claimed benefit, and
 * the benefit that another person has verified.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { calendarDay } from '../../../i18n/moments.ts';
import { useMoment } from '../../../i18n/use-moment.ts';
import { useIdeaWords } from '../idea-words.ts';
import { Yuan } from './yuan.tsx';

type Idea = ReplyOf<typeof getIdea>;

interface Props {
  readonly idea: Pick<Idea, 'implementation' | 'completion' | 'acceptance' | 'abandonment'>;
  /** What the manager who sent it back found missing. */
  readonly missing?: string | undefined;
}

export function WorkFacts({ idea, missing }: Props) {
  const { words: common } = useLanguage();
  const words = useIdeaWords();
  const { implementation, completion, acceptance, abandonment } = idea;
  return (
    <>
      {implementation !== undefined && (
        <Charge implementation={implementation} done={completion !== undefined} />
      )}
      {missing !== undefined && (
        <p class="notice warning written">{common.labelled(words.sentBack, missing)}</p>
      )}
      {completion !== undefined && <Completion completion={completion} acceptance={acceptance} />}
      {abandonment !== undefined && <Abandonment abandonment={abandonment} />}
    </>
  );
}

interface ChargeProps {
  readonly implementation: NonNullable<Idea['implementation']>;
  /** Once it is completed, its progress means nothing any more. */
  readonly done: boolean;
}

function Charge({
  implementation: { owner, due, progress, note, reportedAt, overdue },
  done,
}: ChargeProps) {
  const { words: common, language } = useLanguage();
  const words = useIdeaWords();
  const moment = useMoment();
  return (
    <div class="work">
      <p>
        {common.labelled(words.owner, owner)} ·{' '}
        {common.labelled(words.due, calendarDay(due, language))} {overdue && <OverdueBadge />}
      </p>
      {!done && (
        <>
          <p class="work-progress">
            <progress value={progress} max={100} aria-label={words.progress} />
            <span>{words.percent(progress)}</span>
          </p>
          {note !== undefined && <p class="written">{note}</p>}
          {reportedAt !== undefined && <small>{words.reportedOn(moment(reportedAt))}</small>}
        </>
      )}
    </div>
  );
}

function OverdueBadge() {
  const words = useIdeaWords();
  return (
    <span class="badge overdue">
      <span aria-hidden="true">⚠</span> {words.overdue}
    </span>
  );
}

interface CompletionProps {
  readonly completion: NonNullable<Idea['completion']>;
  readonly acceptance: Idea['acceptance'];
}

function Completion({ completion: { at, done, claimedBenefit }, acceptance }: CompletionProps) {
  const words = useIdeaWords();
  const moment = useMoment();
  return (
    <dl class="idea-text">
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
            {acceptance.by} · {moment(acceptance.at)}
          </dd>
        </>
      )}
    </dl>
  );
}

function Abandonment({ abandonment }: { readonly abandonment: NonNullable<Idea['abandonment']> }) {
  const words = useIdeaWords();
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
