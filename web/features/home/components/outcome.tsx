/** What became of an idea, as briefly as a list has room for; its own page has the rest. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { listMyIdeas } from '../../../../shared/contract/routes/ideas.ts';
import { nameOf, type People } from '../../../ui/person.tsx';
import { type ListedIdea, MergedInto } from '../../ideas/index.ts';
import { useHomeWords } from '../words.ts';

interface Props {
  readonly idea: ReplyOf<typeof listMyIdeas>['items'][number];
  readonly people: People | undefined;
}

export function Outcome({ idea, people }: Props) {
  const words = useHomeWords();
  const { status, note, into, decision, implementation, acceptance, abandonment } = idea;
  if (into !== undefined) return <MergedInto id={into} brief />;
  return (
    <>
      {status === 'returned' && note !== undefined && (
        <p class="notice attention written">{words.labelled(words.returnedBecause, note)}</p>
      )}
      {decision !== undefined && <DecisionLines decision={decision} />}
      {implementation !== undefined && acceptance === undefined && (
        <p class="facts">
          {words.ownedBy(nameOf(implementation.owner, people, words).name)}
          {status === 'implementing' && `\u00a0· ${words.progressOf(implementation.progress)}`}
        </p>
      )}
      {acceptance !== undefined && (
        <p class="facts">
          {words.labelled(words.verified, words.yuan(acceptance.verifiedBenefit.toLocaleString()))}
        </p>
      )}
      {abandonment !== undefined && (
        <p class="written">{words.labelled(words.reason, abandonment.reason)}</p>
      )}
    </>
  );
}

function DecisionLines({
  decision: { reason, reasonCode, reply },
}: {
  readonly decision: NonNullable<ListedIdea['decision']>;
}) {
  const words = useHomeWords();
  const why = reasonCode === undefined ? reason : words.reasonCodes[reasonCode];
  return (
    <>
      {why !== undefined && <p class="written">{words.labelled(words.reason, why)}</p>}
      {reply !== undefined && <p class="written">{words.labelled(words.reply, reply)}</p>}
    </>
  );
}
