/**
 * The field to write a comment. What is typed survives a lost network and a reload; trying again never makes two comments of one.
 */
import { useState } from 'preact/hooks';
import { ApiProblem } from '../../shared/contract/client-errors.ts';
import type { IdeaId, OrganizationId } from '../../shared/domain/ids.ts';
import { COMMENT } from '../../shared/domain/text.ts';
import { CountedText } from '../form/counted-text.tsx';
import { fieldErrorsOf } from '../form/field-errors.ts';
import { textError } from '../form/text-error.ts';
import { useWords } from '../language/language-context.tsx';
import { Failure } from '../shell/failure.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import type { CommentDraft } from './comment-draft.ts';
import { useCommentDraft } from './use-comment-draft.ts';
import { useWriting } from './use-comments.ts';

interface Props {
  readonly idea: { readonly organization: OrganizationId; readonly id: IdeaId; readonly unnamed: boolean };
}

export function CommentForm({ idea }: Props) {
  const words = useWords();
  const { membership } = useOrganization();
  const { draft, change, drop } = useCommentDraft(idea.id);
  const [ownError, setOwnError] = useState<string | undefined>(undefined);
  const writing = useWriting(idea, drop);

  const send = (draft: CommentDraft) => {
    const error = textError(draft.text, COMMENT, words);
    setOwnError(error);
    writing.reset();
    if (error === undefined) writing.mutate(draft);
  };
  const keyReused = writing.error instanceof ApiProblem && writing.error.problem.code === 'key-reused';

  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        send(draft);
      }}
    >
      {idea.unnamed && <p class="notice warning">{words.commentOnUnnamed}</p>}
      <CountedText
        label={words.newComment}
        name="comment"
        limits={COMMENT}
        rows={3}
        hint={words.commentHint(membership.memberId)}
        value={draft.text}
        onInput={text => change({ text })}
        error={ownError ?? fieldErrorsOf(writing.error).text}
      />
      {keyReused && (
        <div class="notice warning" role="alert">
          <p>{words.commentKeyReused}</p>
          <button type="button" class="secondary" onClick={() => send(change({ key: crypto.randomUUID() }))}>
            {words.writeAsNew}
          </button>
        </div>
      )}
      {writing.error !== null && !keyReused && <Failure error={writing.error} />}
      <button type="submit" aria-busy={writing.isPending} disabled={writing.isPending}>
        {words.writeComment}
      </button>
      <p role="status">{writing.isSuccess && words.commentWritten}</p>
    </form>
  );
}
