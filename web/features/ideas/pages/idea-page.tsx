/**
 * One idea, for everybody: what it says, how far it has come, what happens next, and what became of
 * it, with the people by name. What the reader may do now comes first, and follows from their roles.
 */
import { Suspense } from 'preact/compat';
import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { type IdeaId, isIdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useReading } from '../../../api/reading.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { NotFound } from '../../../ui/not-found.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { nameOf } from '../../../ui/person.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useRounds } from '../../../ui/rounds.ts';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { Tracker } from '../../../ui/tracker.tsx';
import { Author, hasAuthor } from '../components/author.tsx';
import { Comments } from '../components/comments.tsx';
import { History } from '../components/history.tsx';
import { IdeaActs } from '../components/idea-acts.tsx';
import { IdeaResult } from '../components/idea-result.tsx';
import { IdeaSide } from '../components/idea-side.tsx';
import { IdeaSkeleton } from '../components/idea-skeleton.tsx';
import { IdeaText } from '../components/idea-text.tsx';
import { MergerNote } from '../components/merger-note.tsx';
import { StatusBadge } from '../components/status-badge.tsx';
import { isOf } from '../listed-idea.ts';
import { useIdeasWords } from '../words.ts';

export function IdeaPage({ fromAddress }: { readonly fromAddress: string }) {
  return isIdeaId(fromAddress) ? <Idea key={fromAddress} id={fromAddress} /> : <NotFound />;
}

function Idea({ id }: { readonly id: IdeaId }) {
  const { organization } = useOrganization();
  const idea = useReading(getIdea, { path: { organization: organization.id, idea: id } });
  const rounds = useRounds();
  // What the reader may do follows from the rounds, too; shown later, it would push the text down.
  const coming =
    idea.data === undefined ||
    (idea.data.decision !== undefined && rounds.data === undefined && rounds.error === null);
  if (coming && idea.error === null) return <IdeaSkeleton />;
  return (
    <Suspense fallback={<IdeaSkeleton />}>
      <QueryView of={idea}>{idea => <Article idea={idea} />}</QueryView>
    </Suspense>
  );
}

function Article({ idea }: { readonly idea: ReplyOf<typeof getIdea> }) {
  const { membership } = useOrganization();
  const [said, setSaid] = useState<string | undefined>(undefined);
  return (
    <article class="idea">
      <div class="idea-main">
        <Head idea={idea} />
        <div class="idea-progress">
          <Tracker position={idea.tracker} />
          <NextStep next={idea.nextStep} />
        </div>
        <StatusMessage text={said} />
        <ReturnNote idea={idea} />
        <IdeaActs idea={idea} onSaid={setSaid} />
        <MergerNote idea={idea} />
        <IdeaText idea={idea} own={isOf(idea, membership.memberId)} />
      </div>
      <IdeaSide idea={idea} />
      <div class="idea-more">
        <IdeaResult idea={idea} />
        <Comments idea={idea} />
        <History entries={idea.history} people={idea.people} />
      </div>
    </article>
  );
}

function Head({ idea }: { readonly idea: ReplyOf<typeof getIdea> }) {
  const words = useIdeasWords();
  const { people, round, agendaRound, carriedOver, category, coAuthors } = idea;
  return (
    <header>
      <p class="idea-kicker">
        <StatusBadge status={idea.status} />
        {idea.excellent && <span class="badge excellent">★ {words.excellent}</span>}
        <small>
          {words.roundName(round)}
          {carriedOver && `\u00a0· ${words.carriedOver(words.roundName(agendaRound))}`}&nbsp;·{' '}
          {category}
        </small>
      </p>
      <PageTitle text={idea.title} />
      <p class="byline">
        {hasAuthor(idea) && <Author of={idea} people={people} />}
        {coAuthors.length > 0 && (
          <span>
            {words.coAuthors(
              coAuthors.map(id => nameOf(id, people, words).name).join(words.listed),
            )}
          </span>
        )}
      </p>
    </header>
  );
}

/** What its author is asked to change. */
function ReturnNote({ idea }: { readonly idea: ReplyOf<typeof getIdea> }) {
  const words = useIdeasWords();
  const { membership } = useOrganization();
  const { status, note, authorId } = idea;
  if (status !== 'returned' || note === undefined) return null;
  return (
    <div class="notice attention">
      <p>
        <strong>{authorId === membership.memberId ? words.returnedTitle : words.returnNote}</strong>
      </p>
      <p class="written">{note}</p>
    </div>
  );
}
