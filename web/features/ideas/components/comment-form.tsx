/**
 * The comment field. The typed text survives a lost network and a reload; a repeated attempt never
 * makes a second comment.
 */
import { useRef } from 'preact/hooks';
import { ApiProblem } from '../../../../shared/contract/client-errors.ts';
import type { IdeaId, OrganizationId } from '../../../../shared/domain/kernel/ids.ts';
import { COMMENT } from '../../../../shared/domain/kernel/text.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { StorageWarning } from '../../../ui/form/storage-warning.tsx';
import { checkText } from '../../../ui/form/text-error.ts';
import { useFieldErrors } from '../../../ui/form/use-field-errors.ts';
import type { CommentDraft } from '../comment-draft.ts';
import { useCommentDraft } from '../use-comment-draft.ts';
import { useWriting } from '../use-comments.ts';

interface Props {
  readonly idea: {
    readonly organization: OrganizationId;
    readonly id: IdeaId;
    readonly unnamed: boolean;
  };
}

export function CommentForm({ idea }: Props) {
  const words = useWords();
  const { membership } = useOrganization();
  const { draft, change, drop } = useCommentDraft(idea.id);
  const form = useRef<HTMLFormElement>(null);
  const writing = useWriting(idea, drop);

  const { errors, lookOver } = useFieldErrors(form, writing.error, () =>
    checkText('text', draft.text, COMMENT, words),
  );
  const send = (draft: CommentDraft) => {
    const checked = lookOver();
    writing.reset();
    if (checked.ok) writing.mutate(draft);
  };
  const keyReused =
    writing.error instanceof ApiProblem && writing.error.problem.code === 'key-reused';

  return (
    <form
      ref={form}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        send(draft);
      }}
    >
      {idea.unnamed && <p class="notice warning">{words.commentOnUnnamed}</p>}
      <CountedText
        label={words.newComment}
        name="text"
        limits={COMMENT}
        rows={3}
        hint={words.commentHint(membership.memberId)}
        value={draft.text}
        onInput={text => change({ text })}
        error={errors.text}
      />
      {keyReused && (
        <div class="notice warning" role="alert">
          <p>{words.commentKeyReused}</p>
          <button
            type="button"
            class="secondary"
            onClick={() => send(change({ key: crypto.randomUUID() }))}
          >
            {words.writeAsNew}
          </button>
        </div>
      )}
      {writing.error !== null && !keyReused && <Failure error={writing.error} />}
      <button type="submit" aria-busy={writing.isPending} disabled={writing.isPending}>
        {words.writeComment}
      </button>
      <StorageWarning />
      <p role="status">{writing.isSuccess && words.commentWritten}</p>
    </form>
  );
}
