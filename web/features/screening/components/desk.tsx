/**
 * The list of a round's ideas beside the open one. On a phone one takes the place of the other. The
 * open idea and the filters are in the address and survive a reload.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { IdeaId, RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { Empty } from '../../../ui/empty.tsx';
import { ArrowLeft, ChevronLeft, ChevronRight } from '../../../ui/icon.ts';
import { Outcomes } from '../../../ui/outcomes.tsx';
import type { People } from '../../../ui/person.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { isChoosable, type ScreenedIdea } from '../screening.ts';
import { useDesk } from '../use-desk.ts';
import { useUnmerge } from '../use-unmerge.ts';
import { useScreeningWords } from '../words.ts';
import { type Batch, BatchBar } from './batch-bar.tsx';
import { ScreeningCard } from './screening-card.tsx';
import { ScreeningFilters } from './screening-filters.tsx';
import { ScreeningList } from './screening-list.tsx';

interface Props {
  readonly round: RoundId;
  readonly items: readonly ScreenedIdea[];
  readonly people: People;
}

export function Desk({ round, items, people }: Props) {
  const words = useScreeningWords();
  const toast = useToast();
  const unmerge = useUnmerge();
  const desk = useRef<HTMLDivElement>(null);
  const { filters, listed, open, asked, merging, filter, show, merge, next, toList } =
    useDesk(items);
  const [chosen, setChosen] = useState<ReadonlySet<IdeaId>>(new Set());
  const [batch, setBatch] = useState<Batch | undefined>(undefined);
  const result = useRef<HTMLDivElement>(null);
  const toFocus = useRef(false);
  // Ideas out of sight are not handled with the rest.
  const together = listed.filter(item => chosen.has(item.id) && isChoosable(item));

  const done = (idea: ScreenedIdea, said: string, undo?: () => void) => {
    toast(said, undo);
    toFocus.current = true;
    next(idea.id);
  };
  useLayoutEffect(() => {
    if (batch !== undefined) result.current?.focus();
  }, [batch]);
  useLayoutEffect(() => {
    // The act has removed its button; the focus goes to the next idea, or to its row in the list.
    if (!toFocus.current) return;
    toFocus.current = false;
    const row = desk.current?.querySelector<HTMLElement>('[aria-current="true"]');
    const inView = row != null && row.offsetParent !== null;
    (inView ? row : document.getElementById('screened-idea'))?.focus();
  });
  const press = (key: string) => {
    const control = desk.current?.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
    control?.click();
    return control !== null && control !== undefined;
  };

  return (
    <>
      <div ref={result} role="status" tabIndex={-1}>
        {batch !== undefined && (
          <Outcomes
            act={batch.act === 'list' ? words.scheduleIdea : words.declineIdeas}
            outcomes={batch.outcomes}
            onAgain={ideas => setChosen(new Set(ideas))}
          />
        )}
      </div>
      <div class={asked === undefined ? 'desk' : 'desk reading'} ref={desk}>
        <div class="desk-side">
          <ScreeningFilters items={items} filters={filters} onChange={filter} />
          <ScreeningList
            items={listed}
            people={people}
            open={open?.id}
            onOpen={show}
            chosen={new Set(together.map(({ id }) => id))}
            onChoose={ideas => {
              setBatch(undefined);
              setChosen(ideas);
            }}
            onKey={press}
          />
          {together.length > 0 && (
            <BatchBar
              round={round}
              chosen={together}
              onClear={() => setChosen(new Set())}
              onDone={done => {
                setBatch(done);
                setChosen(new Set());
              }}
            />
          )}
        </div>
        {open === undefined ? (
          <Empty text={words.filteredEmpty}>
            <button type="button" class="secondary" onClick={() => filter({})}>
              {words.clearFilters}
            </button>
          </Empty>
        ) : (
          <div class="desk-main">
            <Pager listed={listed} open={open.id} onShow={show} onBack={toList} />
            <ScreeningCard
              key={open.id}
              idea={open}
              items={items}
              people={people}
              merging={merging}
              onMerging={merge}
              onDone={said => done(open, said)}
              onMerged={said => done(open, said, () => unmerge(open))}
              onReferred={toast}
            />
          </div>
        )}
      </div>
    </>
  );
}

interface PagerProps {
  readonly listed: readonly ScreenedIdea[];
  readonly open: IdeaId;
  readonly onShow: (idea: IdeaId) => void;
  readonly onBack: () => void;
}

/** On a phone, where the list is out of sight: back to it, and on to the ideas beside. */
function Pager({ listed, open, onShow, onBack }: PagerProps) {
  const words = useScreeningWords();
  const at = listed.findIndex(({ id }) => id === open);
  const [before, after] = [listed[at - 1], listed[at + 1]];
  return (
    <div class="desk-pager">
      <button type="button" class="plain" onClick={onBack}>
        <ArrowLeft class="icon" aria-hidden="true" />
        {words.toTheList}
      </button>
      <span class="muted">{words.placeInList(at + 1, listed.length)}</span>
      <button
        type="button"
        class="plain"
        aria-label={words.ideaBefore}
        disabled={before === undefined}
        onClick={() => before !== undefined && onShow(before.id)}
      >
        <ChevronLeft class="icon" aria-hidden="true" />
      </button>
      <button
        type="button"
        class="plain"
        aria-label={words.ideaAfter}
        disabled={after === undefined}
        onClick={() => after !== undefined && onShow(after.id)}
      >
        <ChevronRight class="icon" aria-hidden="true" />
      </button>
    </div>
  );
}
