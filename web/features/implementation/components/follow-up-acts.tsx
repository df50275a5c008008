/**
 * The acts on a decided idea: assign an owner and a due date, write an official reply, reopen the
 * decision until the round is published, answer an appeal, honour or abandon the idea. Only the reader's own acts appear.
 */
import { reopenIdea, replyToIdea } from '../../../../shared/contract/routes/deliberation.ts';
import { answerAppeal } from '../../../../shared/contract/routes/follow-up.ts';
import { abandonIdea } from '../../../../shared/contract/routes/implementation.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { useRounds } from '../../../ui/rounds.ts';
import { actsFor, useOpenAct } from '../../ideas/index.ts';
import { type HandledIdea, ReasonForm, type ReasonFormWords } from '../../screening/index.ts';
import { useImplementationWords } from '../words.ts';
import { AssignForm } from './assign-form.tsx';
import { Honour } from './honour.tsx';

const FOLLOWING = ['assign', 'reassign', 'reply', 'reopen', 'abandon'] as const;
/** An appeal is answered in one of two ways. */
const ANSWERS = ['uphold', 'reject'] as const;
type Following = (typeof FOLLOWING)[number] | (typeof ANSWERS)[number];

interface Props {
  readonly idea: HandledIdea;
  readonly onDone: (said: string) => void;
}

export function FollowUpActs({ idea, onDone }: Props) {
  const words = useImplementationWords();
  const { membership } = useOrganization();
  const rounds = useRounds();
  const { opened, open, elsewhere } = useOpenAct<Following>([...FOLLOWING, ...ANSWERS]);
  const { title, decision } = idea;
  const published =
    rounds.data?.items.find(({ id }) => id === decision?.round)?.state === 'published';
  const allowed = actsFor(idea, membership);
  const acts: Following[] = [
    ...FOLLOWING.filter(act => allowed.includes(act) && !(act === 'reopen' && published)),
    ...(allowed.includes('answer-appeal') ? ANSWERS : []),
  ];

  const wordings: Readonly<Record<Exclude<Following, 'assign' | 'reassign'>, ReasonFormWords>> = {
    reply: {
      name: decision?.reply === undefined ? words.reply : words.replyAnew,
      label: words.replyText,
      hint: words.replyHint,
      question: words.confirmReply(title),
    },
    reopen: {
      name: words.reopen,
      label: words.reopenReason,
      hint: words.reopenHint,
      question: words.confirmReopen(title),
    },
    uphold: {
      name: words.uphold,
      label: words.appealReply,
      hint: words.upholdHint,
      question: words.confirmUphold(title),
    },
    reject: {
      name: words.reject,
      label: words.appealReply,
      hint: words.rejectHint,
      question: words.confirmReject(title),
    },
    abandon: {
      name: words.abandon,
      label: words.abandonReason,
      hint: words.abandonHint,
      question: words.confirmAbandon(title),
    },
  };
  const done = (said: string) => {
    open(undefined);
    onDone(said);
  };
  const cancel = () => open(undefined);

  switch (opened) {
    case 'assign':
    case 'reassign':
      return <AssignForm idea={idea} onDone={done} onCancel={cancel} />;
    case 'reply':
      return (
        <ReasonForm
          idea={idea}
          act="reply"
          wording={wordings.reply}
          field="reply"
          send={(call, { path, body: reply, ifMatch }) =>
            call(replyToIdea, { path, body: { reply }, ifMatch })
          }
          onDone={() => done(words.repliedSaid(title))}
          onCancel={cancel}
        />
      );
    case 'reopen':
      return (
        <ReasonForm
          idea={idea}
          act="reopen"
          wording={wordings.reopen}
          field="reason"
          send={(call, { path, body: reason, ifMatch }) =>
            call(reopenIdea, { path, body: { reason }, ifMatch })
          }
          onDone={({ agendaRound }) =>
            done(
              words.reopenedSaid(
                title,
                agendaRound,
                agendaRound !== decision?.round || decision.quorum === undefined,
              ),
            )
          }
          onCancel={cancel}
        />
      );
    case 'uphold':
    case 'reject': {
      const outcome = opened === 'uphold' ? 'upheld' : 'rejected';
      return (
        <ReasonForm
          idea={idea}
          act="answer-appeal"
          wording={wordings[opened]}
          field="reply"
          send={(call, { path, body: reply, ifMatch }) =>
            call(answerAppeal, { path, body: { outcome, reply }, ifMatch })
          }
          onDone={({ agendaRound }) =>
            done(
              outcome === 'upheld'
                ? words.upheldSaid(title, agendaRound)
                : words.rejectedSaid(title),
            )
          }
          onCancel={cancel}
        />
      );
    }
    case 'abandon':
      return (
        <ReasonForm
          idea={idea}
          act="abandon"
          wording={wordings.abandon}
          field="reason"
          send={(call, { path, body: reason, ifMatch }) =>
            call(abandonIdea, { path, body: { reason }, ifMatch })
          }
          onDone={() => done(words.abandonedSaid(title))}
          onCancel={cancel}
        />
      );
    case undefined:
      if (elsewhere) return null;
      return acts.length === 0 && !allowed.some(act => act.includes('excellent')) ? null : (
        <div class="actions">
          {acts.map(act => (
            <button
              key={act}
              type="button"
              class={act === 'assign' ? '' : act === 'abandon' ? 'plain' : 'secondary'}
              onClick={() => open(act)}
            >
              {act === 'assign' || act === 'reassign' ? words[act] : wordings[act].name}
            </button>
          ))}
          <Honour idea={idea} onDone={onDone} />
        </div>
      );
  }
}
