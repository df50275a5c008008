/**
 * One comment: its writer and time, its text if the reader may see it, and who hid it or showed it
 * again, and why.
 */
import { useState } from 'preact/hooks';
import { useWords } from '../../../i18n/language-context.tsx';
import { useMoment } from '../../../i18n/use-moment.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { type ShownComment, useShowing } from '../use-comments.ts';
import { HideForm } from './hide-form.tsx';

type Asking = 'nothing' | 'reason' | 'showing';

export function CommentItem({ comment }: { readonly comment: ShownComment }) {
  const words = useWords();
  const moment = useMoment();
  const { membership } = useOrganization();
  const [asking, setAsking] = useState<Asking>('nothing');
  const showing = useShowing(comment);
  const { writtenAt, text, hidden, trace, mayHide, mayShow } = comment;
  const own = membership.memberId === comment.writer;
  const known = (who: string | undefined) => who ?? words.hiddenAuthor;
  const writer = known(comment.writer);
  const done = () => setAsking('nothing');
  return (
    <li class="card">
      <small class="facts">
        {writer} · <time dateTime={writtenAt}>{moment(writtenAt)}</time>
      </small>
      {hidden !== null && (
        <p class="notice">
          {words.hiddenBy(known(hidden.by), moment(hidden.at), hidden.reason)}
          {text !== undefined && <small> {words.hiddenFromOthers}</small>}
        </p>
      )}
      {text !== undefined && <p class="written">{text}</p>}
      {(hidden === null ? trace : trace.slice(0, -1)).map(entry => (
        <small key={`${entry.act} ${entry.at}`} class="trace">
          {entry.act === 'hide'
            ? words.wasHiddenBy(known(entry.by), moment(entry.at), entry.reason)
            : words.wasShownBy(known(entry.by), moment(entry.at))}
        </small>
      ))}
      {mayHide && asking !== 'reason' && (
        <button
          type="button"
          class="plain"
          aria-label={own ? words.takeBackOwnComment : words.hideCommentOf(writer)}
          onClick={() => setAsking('reason')}
        >
          {own ? words.takeBackComment : words.hideComment}
        </button>
      )}
      {mayHide && asking === 'reason' && <HideForm comment={comment} own={own} onDone={done} />}
      {mayShow && (
        <button
          type="button"
          class="plain"
          aria-label={words.showCommentOf(writer)}
          disabled={showing.isPending}
          onClick={() => setAsking('showing')}
        >
          {words.showComment}
        </button>
      )}
      {mayShow && asking === 'showing' && (
        <Confirmation
          question={words.confirmShow}
          onConfirm={() => {
            done();
            showing.mutate(undefined);
          }}
          onCancel={done}
        />
      )}
      {showing.error !== null && <Failure error={showing.error} />}
    </li>
  );
}
