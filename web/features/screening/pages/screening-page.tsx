/** The secretary's screening of a round: the strip of its stages, and the desk below it. */
import { useState } from 'preact/hooks';
import { Link, useSearchParams } from 'wouter-preact';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RoundSelect } from '../../../ui/round-select.tsx';
import { type ListedRound, pickRound, useRounds } from '../../../ui/rounds.ts';
import { countStages, PipelineOf, STAGES } from '../../pipeline/index.ts';
import { Desk } from '../components/desk.tsx';
import { isWaiting } from '../screening.ts';
import { type Screening, useScreening } from '../use-screening.ts';
import { useScreeningWords } from '../words.ts';

export function ScreeningPage({ fromAddress }: { readonly fromAddress: string | undefined }) {
  const { organization } = useOrganization();
  const rounds = useRounds();
  return (
    <QueryView of={rounds}>
      {({ items }) => {
        const round = pickRound(fromAddress, items, 'collecting', organization.currentRound);
        return <Round key={round} round={round} rounds={items} />;
      }}
    </QueryView>
  );
}

interface Props {
  readonly round: RoundId;
  readonly rounds: readonly ListedRound[];
}

function Round({ round, rounds }: Props) {
  const words = useScreeningWords();
  const { organization } = useOrganization();
  const [search] = useSearchParams();
  const [pages, setPages] = useState(1);
  const screening = useScreening(round, rounds, pages);
  const collecting = rounds.find(({ id }) => id === round)?.state === 'collecting';
  return (
    <section>
      <div class="page-head">
        <PageTitle text={words.screeningTitle} />
        <RoundSelect round={round} to={chosen => paths.screening(organization.id, chosen)} />
      </div>
      <PipelineOf
        round={round}
        current={STAGES.find(stage => stage === search.get('show'))}
        counted={
          screening.data && {
            counts: countStages(screening.data.items),
            more: screening.data.more,
          }
        }
      />
      <QueryView of={screening}>
        {({ items, people, more }) =>
          items.length === 0 ? (
            <Empty text={words.screeningEmpty}>
              <p class="muted">{words.screeningEmptyNext}</p>
              <p class="actions">
                <Link href={paths.slip(organization.id)} class="button secondary">
                  {words.navSlips}
                </Link>
                <Link href={paths.poster(organization.id)} class="button secondary">
                  {words.poster}
                </Link>
              </p>
            </Empty>
          ) : (
            <>
              <Left screening={{ items, people, more }} collecting={collecting} />
              <Desk round={round} items={items} people={people} />
              {more && (
                <p class="actions">
                  <button type="button" class="secondary" onClick={() => setPages(pages + 1)}>
                    {words.screeningMore}
                  </button>
                </p>
              )}
            </>
          )
        }
      </QueryView>
    </section>
  );
}

interface LeftProps {
  readonly screening: Screening;
  /** Whether the round's deliberation has yet to open. */
  readonly collecting: boolean;
}

/** How much is left, where the strip does not tell: of a very large round, and if nothing is. */
function Left({ screening: { items, more }, collecting }: LeftProps) {
  const words = useScreeningWords();
  const returned = items.filter(({ status }) => status === 'returned').length;
  if (!items.some(isWaiting))
    return <p class="notice good">{words.screeningDone(returned, collecting)}</p>;
  return more ? <p>{words.screeningShown(items.length)}</p> : null;
}
