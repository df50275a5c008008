/**
 * The comment field. The typed text survives a lost network and a reload; a repeated attempt never
 * makes a second comment.
 */
import { useRef } from 'preact/hooks';
import { ApiProblem } from '../../../../shared/contract/client-errors.ts';
import { COMMENT } from '../../../../shared/domain/kernel/text.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { StorageWarning } from '../../../ui/form/storage-warning.tsx';
import { checkText } from '../../../ui/form/text-error.ts';
import type { Drafting } from '../../../ui/form/use-draft.ts';
import { useFieldErrors } from '../../../ui/form/use-field-errors.ts';
import type { CommentDraft } from '../comment-draft.ts';
import type { useWriting } from '../use-comments.ts';
import { useIdeasWords } from '../words.ts';

interface Props {
  readonly idea: { readonly unnamed: boolean };
  readonly drafting: Drafting<CommentDraft>;
  readonly writing: ReturnType<typeof useWriting>;
}

export function CommentForm({ idea, drafting: { draft, change }, writing }: Props) {
  const words = useIdeasWords();
  const { membership } = useOrganization();
  const form = useRef<HTMLFormElement>(null);
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
      class="comment-form"
      onSubmit={event => {
        event.preventDefault();
        send(draft);
      }}
    >
      {idea.unnamed && <p class="notice attention">{words.commentOnUnnamed}</p>}
      <fieldset disabled={writing.isPending}>
        <CountedText
          label={words.newComment}
          name="text"
          limits={COMMENT}
          rows={2}
          hint={words.commentHint(membership.name ?? words.memberNumber(membership.memberId))}
          // What is on its way is in the list already.
          value={writing.isPending ? '' : draft.text}
          onInput={text => change({ text })}
          error={errors.text}
        />
      </fieldset>
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
      <button
        type="submit"
        class="secondary"
        aria-busy={writing.isPending}
        disabled={writing.isPending}
      >
        {words.writeComment}
      </button>
      <StorageWarning />
      <p role="status" class="visually-hidden">
        {writing.data?.is === 'sent' && words.commentWritten}
      </p>
    </form>
  );
}
