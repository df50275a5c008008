/** An appeal against a decision, with its answer; an idea's history keeps the latest of both. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useMoment } from '../../../i18n/use-moment.ts';
import { useIdeasWords } from '../words.ts';

type History = ReplyOf<typeof getIdea>['history'];

export function AppealNote({ history }: { readonly history: History }) {
  const common = useWords();
  const words = useIdeasWords();
  const moment = useMoment();
  const appeals = history.flatMap(entry => (entry.act === 'appeal' ? [entry] : []));
  const answers = history.flatMap(entry => (entry.act === 'answer-appeal' ? [entry] : []));
  const appeal = appeals[appeals.length - 1];
  const answer = answers[appeals.length - 1];
  if (appeal === undefined) return null;
  return (
    <div class="decision">
      <p>
        <strong>{words.appealedOn}</strong> <small>{moment(appeal.at)}</small>
      </p>
      <p class="written">{appeal.text}</p>
      {answer === undefined ? (
        <p>
          <small>{words.appealWaits}</small>
        </p>
      ) : (
        <>
          <p>
            <strong>
              {common.labelled(words.appealAnswered, words.appealOutcomes[answer.outcome])}
            </strong>{' '}
            <small>{moment(answer.at)}</small>
          </p>
          <p class="written">{answer.reply}</p>
        </>
      )}
    </div>
  );
}
