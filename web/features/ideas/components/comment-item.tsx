/**
 * One comment: its writer and time, its text if the reader may see it, and who hid it or showed it
 * again, and why. Hiding shows at once, and is taken back by the toast.
 */
import { useState } from 'preact/hooks';
import type { MemberId } from '../../../../shared/domain/kernel/ids.ts';
import { useMoment } from '../../../i18n/use-moment.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { nameOf, type People, Person } from '../../../ui/person.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { type ShownComment, useHiding, useShowing } from '../use-comments.ts';
import { useIdeasWords } from '../words.ts';
import { HideForm } from './hide-form.tsx';

interface Props {
  readonly comment: ShownComment;
  readonly people: People | undefined;
}

export function CommentItem({ comment, people }: Props) {
  const words = useIdeasWords();
  const moment = useMoment();
  const toast = useToast();
  const { membership } = useOrganization();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { writtenAt, text, hidden, trace, mayHide, mayShow } = comment;
  const own = membership.memberId === comment.writer;
  const showing = useShowing(comment);
  const hiding = useHiding(comment, () => {
    setAsking(false);
    setReason('');
    toast(own ? words.commentTakenBack : words.commentHidden, () => showing.mutate(undefined));
  });
  const named = (who: MemberId | undefined) =>
    who === undefined ? words.hiddenAuthor : nameOf(who, people, words).name;
  const writer = named(comment.writer);
  return (
    <li class="comment">
      <div class="comment-head">
        {comment.writer === undefined ? (
          <strong>{words.hiddenAuthor}</strong>
        ) : (
          <strong>
            <Person id={comment.writer} people={people} />
          </strong>
        )}{' '}
        <small>
          <time dateTime={writtenAt}>{moment(writtenAt)}</time>
        </small>
        {mayHide && !asking && (
          <button
            type="button"
            class="plain"
            aria-label={own ? words.takeBackOwnComment : words.hideCommentOf(writer)}
            onClick={() => setAsking(true)}
          >
            {own ? words.takeBackComment : words.hideComment}
          </button>
        )}
        {mayShow && (
          <ConfirmButton
            look="plain"
            name={words.showComment}
            label={words.showCommentOf(writer)}
            question={words.confirmShow}
            busy={showing.isPending}
            onConfirm={() => showing.mutate(undefined)}
          />
        )}
      </div>
      {hidden !== null && (
        <p class="notice">
          {words.hiddenBy(named(hidden.by), moment(hidden.at), hidden.reason)}
          {text !== undefined && <small> {words.hiddenFromOthers}</small>}
        </p>
      )}
      {text !== undefined && <p class="written">{text}</p>}
      {(hidden === null ? trace : trace.slice(0, -1)).map(entry => (
        <small key={`${entry.act} ${entry.at}`} class="trace">
          {entry.act === 'hide'
            ? words.wasHiddenBy(named(entry.by), moment(entry.at), entry.reason)
            : words.wasShownBy(named(entry.by), moment(entry.at))}
        </small>
      ))}
      {mayHide && asking && (
        <HideForm
          own={own}
          reason={reason}
          error={hiding.error}
          onType={setReason}
          onHide={() => hiding.mutate(reason)}
          onCancel={() => setAsking(false)}
        />
      )}
      {showing.error !== null && <Failure error={showing.error} />}
    </li>
  );
}
