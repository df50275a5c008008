/** What waits for the reader, one line a task: what, how many, until when, and a link to it. */
import { Link } from 'wouter-preact';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { calendarDay } from '../../../i18n/moments.ts';
import { useDayAndTime } from '../../../i18n/use-moment.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import {
  Award,
  ChevronRight,
  CircleCheck,
  ClipboardCheck,
  Gavel,
  Hammer,
  type House,
  Inbox,
  MessageSquare,
  PenLine,
  Scale,
  UserPlus,
  Users,
  Vote,
} from '../../../ui/icon.ts';
import { placeOf, type Task, type Today } from '../tasks.ts';
import { useHomeWords } from '../words.ts';

const ICONS = {
  vote: Vote,
  decide: Gavel,
  revise: PenLine,
  work: Hammer,
  'co-authorship': Users,
  'give-opinion': MessageSquare,
  screen: Inbox,
  assign: UserPlus,
  reply: MessageSquare,
  'answer-appeal': Scale,
  accept: ClipboardCheck,
  'approve-reward': Award,
  'pay-reward': Award,
} as const satisfies Record<Task['kind'], typeof House>;

export function Waiting({ today: { tasks, round } }: { readonly today: Today }) {
  const words = useHomeWords();
  if (tasks.length === 0)
    return (
      <p class="nothing-waits">
        <CircleCheck class="icon" aria-hidden="true" />
        {words.nothingWaits}
      </p>
    );
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{words.waitingTitle}</h2>
      <ul class="rows tasks">
        {tasks.map(task => (
          <TaskRow key={task.kind} task={task} round={round.id} />
        ))}
      </ul>
    </section>
  );
}

function TaskRow({ task, round }: { readonly task: Task; readonly round: Today['round']['id'] }) {
  const words = useHomeWords();
  const { organization } = useOrganization();
  const until = useUntil();
  const { kind, count, more, ideas, overdue = 0 } = task;
  const Icon = ICONS[kind];
  const when = until(task);
  return (
    <li>
      <Link href={placeOf(task, organization.id, round)}>
        <span class={overdue > 0 ? 'task-icon late' : 'task-icon'}>
          <Icon class="icon" aria-hidden="true" />
        </span>
        <span class="task">
          <strong>{words.tasks[kind](count, more)}</strong>
          <span class="task-facts">
            {overdue > 0 && (
              <span class="badge overdue">
                <span aria-hidden="true">⚠</span> {words.overdue(overdue)}
              </span>
            )}
            {when !== undefined && <span class="until">{when}</span>}
            <span class="titles">{ideas.map(({ title }) => words.quoted(title)).join(' ')}</span>
          </span>
        </span>
        <ChevronRight class="icon" aria-hidden="true" />
      </Link>
    </li>
  );
}

/** Until when a task is to be done, in words. */
function useUntil(): (task: Task) => string | undefined {
  const words = useHomeWords();
  const { language } = useLanguage();
  const dayAndTime = useDayAndTime();
  return ({ until, due }) => {
    if (until !== undefined) return words.until(dayAndTime(until));
    return due === undefined ? undefined : words.dueFirst(calendarDay(due, language));
  };
}
