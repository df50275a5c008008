/**
 * The ideas whose authors wait for an official reply or for the answer to an appeal. What is shown
 * is part of the address.
 */
import { useSearchParams } from 'wouter-preact';
import { UNANSWERED } from '../../../../shared/domain/idea/unanswered.ts';
import { Empty } from '../../../ui/empty.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { DeskHead, useRoundInHand } from '../../pipeline/index.ts';
import { ReplyQueue } from '../components/reply-queue.tsx';
import { useUnanswered } from '../use-unanswered.ts';
import { useRepliesWords } from '../words.ts';

export function RepliesPage() {
  const words = useRepliesWords();
  const [search, setSearch] = useSearchParams();
  const shown = UNANSWERED.find(one => one === search.get('show'));
  const unanswered = useUnanswered(shown);
  const chips = [undefined, ...UNANSWERED];
  return (
    <section>
      <DeskHead title={words.repliesTitle} round={useRoundInHand()} />
      <p class="muted">{words.repliesText}</p>
      <fieldset class="chips">
        <legend class="visually-hidden">{words.repliesShow}</legend>
        {chips.map(one => (
          <button
            key={one ?? 'all'}
            type="button"
            class="chip"
            aria-pressed={one === shown}
            onClick={() =>
              setSearch(new URLSearchParams(one === undefined ? {} : { show: one }), {
                replace: true,
              })
            }
          >
            {one === undefined ? words.all : words.waitsFor[one]}
          </button>
        ))}
      </fieldset>
      <QueryView of={unanswered}>
        {({ pages }) => {
          const items = pages.flatMap(({ items }) => items);
          if (items.length === 0)
            return unanswered.hasNextPage ? null : (
              <Empty text={shown === undefined ? words.repliesEmpty : words.repliesNone[shown]} />
            );
          return (
            <ReplyQueue
              key={shown ?? 'all'}
              items={items}
              people={Object.assign({}, ...pages.map(({ people }) => people))}
            />
          );
        }}
      </QueryView>
      <MoreButton of={unanswered} />
    </section>
  );
}
