/**
 * The details of an act in a history: the reason, the note, the figures, the other idea, or the
 * former content.
 */
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { getIdea } from '../../shared/contract/routes/ideas.ts';
import { useLanguage } from '../language/language-context.tsx';
import { calendarDay } from '../language/moments.ts';
import { IdeaLink } from './idea-link.tsx';
import { IdeaText } from './idea-text.tsx';
import { useIdeaWords } from './words.ts';
import { Yuan } from './yuan.tsx';

type Entry = ReplyOf<typeof getIdea>['history'][number];

export function ActDetails({ entry }: { readonly entry: Entry }) {
  const { words: common, language } = useLanguage();
  const words = useIdeaWords();
  const { act, reason, reply, note, progress, owner, due, done, claimedBenefit, verifiedBenefit } = entry;
  const other = entry.into ?? entry.idea;
  return (
    <>
      {other !== undefined && (
        <p>
          <IdeaLink id={other} />
        </p>
      )}
      {owner !== undefined && due !== undefined && (
        <p>
          {common.labelled(words.owner, owner)} · {common.labelled(words.due, calendarDay(due, language))}
        </p>
      )}
      {progress !== undefined && <p>{common.labelled(words.progress, words.percent(progress))}</p>}
      <Written text={note} />
      <Written label={words.done} text={done} />
      {claimedBenefit !== undefined && (
        <p>
          {common.labelled(words.claimedBenefit, '')}
          <Yuan amount={claimedBenefit} />
        </p>
      )}
      {verifiedBenefit !== undefined && (
        <p>
          {common.labelled(words.verifiedBenefit, '')}
          <Yuan amount={verifiedBenefit} />
        </p>
      )}
      <Written label={act === 'return' ? words.noteToMend : common.reason} text={reason} />
      <Written label={words.officialReply} text={reply} />
      {entry.former !== undefined && <Former former={entry.former} />}
    </>
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

function Former({ former }: { readonly former: NonNullable<Entry['former']> }) {
  const words = useIdeaWords();
  const { title, category, department } = former;
  return (
    <details>
      <summary>{words.formerText}</summary>
      <p>
        <strong>{title}</strong>{' '}
        <small class="facts">{[category, department].filter(fact => fact !== undefined).join(' · ')}</small>
      </p>
      <IdeaText idea={former} />
    </details>
  );
}
