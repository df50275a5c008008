/**
 * The comments on an idea, oldest first, and the comment field. On an unnamed idea its author is
 * warned: a comment always carries its writer's number.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { openForComments } from '../../../../shared/domain/idea/comment.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useComments } from '../use-comments.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentItem } from './comment-item.tsx';

interface Props {
  readonly idea: Pick<ReplyOf<typeof getIdea>, 'organization' | 'id' | 'status' | 'unnamed'>;
}

export function Comments({ idea }: Props) {
  const words = useWords();
  const comments = useComments(idea);
  return (
    <section>
      <h2>{words.comments}</h2>
      <QueryView of={comments}>
        {({ pages }) => {
          const items = pages.flatMap(({ items }) => items);
          if (items.length === 0) return <Empty text={words.commentsEmpty} />;
          return (
            <ol class="cards" aria-label={words.comments}>
              {items.map(comment => (
                <CommentItem key={comment.id} comment={comment} />
              ))}
            </ol>
          );
        }}
      </QueryView>
      <MoreButton of={comments} />
      {openForComments(idea) ? (
        <CommentForm idea={idea} />
      ) : (
        <p class="notice">{words.commentsClosed}</p>
      )}
    </section>
  );
}
