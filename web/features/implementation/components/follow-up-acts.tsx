/**
 * The acts on a decided idea: assign an owner and a due day, write an official reply, reopen the
 * decision until the round is published, answer an appeal, honour or abandon the idea. Only the
 * reader's own acts appear; what ends or honours it is quiet.
 */
import { reopenIdea } from '../../../../shared/contract/routes/deliberation.ts';
import { abandonIdea } from '../../../../shared/contract/routes/implementation.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import type { People } from '../../../ui/person.tsx';
import { useRounds } from '../../../ui/rounds.ts';
import { actsFor, useOpenAct } from '../../ideas/index.ts';
import { AppealForm, ReplyForm } from '../../replies/index.ts';
import { type HandledIdea, ReasonForm } from '../../screening/index.ts';
import { useImplementationWords } from '../words.ts';
import { AssignForm } from './assign-form.tsx';
import { Honour } from './honour.tsx';

const FOLLOWING = ['assign', 'reassign', 'answer-appeal', 'reply', 'reopen', 'abandon'] as const;
export type Following = (typeof FOLLOWING)[number];

/** These stand out; the others have an edge. */
const MAIN: readonly Following[] = ['assign', 'answer-appeal'];

interface Props {
  readonly idea: HandledIdea;
  /** The people beside the reading, for the present owner's name. */
  readonly people?: People | undefined;
  /** The act whose form is open at first, if it is possible. */
  readonly start?: Following | undefined;
  readonly onDone: (said: string) => void;
}

export function FollowUpActs({ idea, people, start, onDone }: Props) {
  const words = useImplementationWords();
  const { membership } = useOrganization();
  const rounds = useRounds();
  const allowed = actsFor(idea, membership);
  const published =
    rounds.data?.items.find(({ id }) => id === idea.decision?.round)?.state === 'published';
  const acts = FOLLOWING.filter(act => allowed.includes(act) && !(act === 'reopen' && published));
  const { opened, open, elsewhere } = useOpenAct<Following>(
    FOLLOWING,
    acts.find(act => act === start),
  );
  const form = {
    idea,
    people,
    onDone: (said: string) => {
      open(undefined);
      onDone(said);
    },
    onCancel: () => open(undefined),
  };
  if (opened !== undefined) return <ActOf act={opened} {...form} />;
  if (elsewhere) return null;
  if (acts.length === 0 && !allowed.some(act => act.includes('excellent'))) return null;
  const nameOfAct: Readonly<Record<Following, string>> = {
    assign: words.assign,
    reassign: words.reassign,
    'answer-appeal': words.answerAppeal,
    reply: idea.decision?.reply === undefined ? words.reply : words.replyAnew,
    reopen: words.reopen,
    abandon: words.abandon,
  };
  return (
    <div class="actions">
      {acts.map(act => (
        <button
          key={act}
          type="button"
          class={MAIN.includes(act) ? undefined : act === 'abandon' ? 'plain' : 'secondary'}
          onClick={() => open(act)}
        >
          {nameOfAct[act]}
        </button>
      ))}
      <Honour idea={idea} onDone={onDone} />
    </div>
  );
}

interface ActProps {
  readonly act: Following;
  readonly idea: HandledIdea;
  readonly people: People | undefined;
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
}

function ActOf({ act, people, ...form }: ActProps) {
  switch (act) {
    case 'assign':
    case 'reassign':
      return <AssignForm {...form} people={people} />;
    case 'answer-appeal':
      return <AppealForm {...form} />;
    case 'reply':
      return <ReplyForm {...form} />;
    case 'reopen':
      return <ReopenForm {...form} />;
    case 'abandon':
      return <AbandonForm {...form} />;
  }
}

type FormProps = Omit<ActProps, 'act' | 'people'>;

function ReopenForm({ idea, onDone, onCancel }: FormProps) {
  const words = useImplementationWords();
  const { title, decision } = idea;
  return (
    <ReasonForm
      idea={idea}
      act="reopen"
      wording={{
        name: words.reopen,
        label: words.reopenReason,
        hint: words.reopenHint,
        question: words.confirmReopen(title),
      }}
      field="reason"
      send={(call, { path, body: reason, ifMatch }) =>
        call(reopenIdea, { path, body: { reason }, ifMatch })
      }
      onDone={({ agendaRound }) =>
        onDone(
          words.reopenedSaid(
            title,
            words.roundName(agendaRound),
            agendaRound !== decision?.round || decision.quorum === undefined,
          ),
        )
      }
      onCancel={onCancel}
    />
  );
}

function AbandonForm({ idea, onDone, onCancel }: FormProps) {
  const words = useImplementationWords();
  const { title } = idea;
  return (
    <ReasonForm
      idea={idea}
      act="abandon"
      wording={{
        name: words.abandon,
        label: words.abandonReason,
        hint: words.abandonHint,
        question: words.confirmAbandon(title),
      }}
      field="reason"
      send={(call, { path, body: reason, ifMatch }) =>
        call(abandonIdea, { path, body: { reason }, ifMatch })
      }
      onDone={() => onDone(words.abandonedSaid(title))}
      onCancel={onCancel}
    />
  );
}
