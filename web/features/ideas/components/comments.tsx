/**
 * The comments on an idea, oldest first, and the comment field. A comment is in the list at once,
 * while it is on its way. On an unnamed idea its author is warned: a comment always has its
 * writer's name.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { openForComments } from '../../../../shared/domain/idea/comment.ts';
import { useWaitingActs } from '../../../outbox/waiting-acts.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { useDraft } from '../../../ui/form/use-draft.ts';
import { MoreButton } from '../../../ui/more-button.tsx';
import { type People, Person } from '../../../ui/person.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { NEW_COMMENT } from '../comment-draft.ts';
import { useComments, useWriting } from '../use-comments.ts';
import { useIdeasWords } from '../words.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentItem } from './comment-item.tsx';

interface Props {
  readonly idea: Pick<
    ReplyOf<typeof getIdea>,
    'organization' | 'id' | 'title' | 'status' | 'unnamed' | 'comments'
  >;
}

export function Comments({ idea }: Props) {
  const words = useIdeasWords();
  const { membership } = useOrganization();
  const comments = useComments(idea);
  const drafting = useDraft(['comment', idea.id], NEW_COMMENT);
  const writing = useWriting(idea, drafting);
  const pages = comments.data?.pages ?? [];
  const items = pages.flatMap(({ items }) => items);
  const people: People = Object.fromEntries(
    pages.flatMap(page => Object.entries(page.people ?? {})),
  );
  const isReading = comments.data === undefined && comments.error === null;
  const none = isReading ? idea.comments === 0 : comments.data !== undefined && items.length === 0;
  const sent = writing.isPending ? writing.variables : undefined;
  const waiting = useWaitingActs(idea.id, 'writeComment').filter(({ id }) => id !== sent?.key);
  const mine = [
    ...waiting.map(({ id, act }) => ({
      ...act.request.body,
      key: id,
      state: words.waitsToBeSent,
    })),
    ...(sent === undefined ? [] : [{ ...sent, state: words.writingComment }]),
  ];
  return (
    <section class="comments">
      <h2>{words.comments}</h2>
      {none && mine.length === 0 && <p class="muted">{words.commentsEmpty}</p>}
      <QueryView
        of={comments}
        skeleton={<SkeletonRows count={Math.min(idea.comments, 5)} height={80} />}
      >
        {() => null}
      </QueryView>
      {/* What waits is in view also while the others cannot be read. */}
      {items.length + mine.length > 0 && (
        <ol class="rows" aria-label={words.comments}>
          {items.map(comment => (
            <CommentItem key={comment.id} comment={comment} people={people} />
          ))}
          {mine.map(({ key, text, state }) => (
            <li key={key} class="comment sent" aria-busy={key === sent?.key}>
              <p class="comment-head">
                <strong>
                  <Person id={membership.memberId} people={withMe(people, membership)} />
                </strong>{' '}
                <small>{state}</small>
              </p>
              <p class="written">{text}</p>
            </li>
          ))}
        </ol>
      )}
      <MoreButton of={comments} />
      {openForComments(idea) ? (
        <CommentForm idea={idea} drafting={drafting} writing={writing} />
      ) : (
        <p class="notice">{words.commentsClosed}</p>
      )}
    </section>
  );
}

type Me = ReturnType<typeof useOrganization>['membership'];

/** The people with the reader among them, who may not have written before. */
function withMe(people: People, { memberId, name, department }: Me): People {
  return { [memberId]: { ...(name !== undefined && { name }), department }, ...people };
}
