/**
 * The agenda in a meeting: one idea in full at a time, with the whole list beside it, so that nobody loses the thread over sixty of
 * them. Which idea is open and what is filtered stands in the address and survives a reload.
 */
import { useSearchParams } from 'wouter-preact';
import { getRound } from '../../shared/contract/routes.ts';
import { type IdeaId, isIdeaId, type RoundId } from '../../shared/domain/ids.ts';
import { useReading } from '../api/reading.ts';
import { useWords } from '../language/language-context.tsx';
import { Empty } from '../shell/empty.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { paths } from '../shell/paths.ts';
import { RoundSelect } from '../shell/round-select.tsx';
import { pickRound, useRounds } from '../shell/rounds.ts';
import { Shown } from '../shell/shown.tsx';
import { type AgendaItem, isUnvoted, nextUnvoted } from './agenda.ts';
import { AgendaCard } from './agenda-card.tsx';
import { AgendaList } from './agenda-list.tsx';
import { AgendaProgress } from './agenda-progress.tsx';
import { useAgenda } from './use-agenda.ts';

export function AgendaPage({ fromAddress }: { readonly fromAddress: string | undefined }) {
  const { organization } = useOrganization();
  const rounds = useRounds();
  return (
    <Shown of={rounds}>
      {({ items }) => {
        const round = pickRound(fromAddress, items, 'deliberating', organization.currentRound);
        return <Agenda key={round} round={round} />;
      }}
    </Shown>
  );
}

function Agenda({ round }: { readonly round: RoundId }) {
  const words = useWords();
  const { organization } = useOrganization();
  const agenda = useAgenda(round);
  const schedule = useReading(getRound, { path: { organization: organization.id, round } });
  return (
    <section>
      <div class="page-head">
        <h1>{words.agendaTitle(round)}</h1>
        <RoundSelect round={round} to={chosen => paths.agenda(organization.id, chosen)} />
      </div>
      <Shown of={agenda}>
        {items =>
          items.length === 0 ? (
            <Empty text={words.agendaEmpty} />
          ) : (
            <>
              <AgendaProgress items={items} round={schedule.data} />
              <Items round={round} items={items} />
            </>
          )
        }
      </Shown>
    </section>
  );
}

function Items({ round, items }: { readonly round: RoundId; readonly items: readonly AgendaItem[] }) {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('idea');
  const onlyUnvoted = search.get('show') === 'unvoted';

  const open = items.find(({ id }) => id === asked) ?? nextUnvoted(items, undefined) ?? items[0];
  const update = (idea: IdeaId | undefined, unvoted: boolean) =>
    setSearch(
      new URLSearchParams({ ...(idea !== undefined && { idea }), ...(unvoted && { show: 'unvoted' }) }),
      { replace: true },
    );
  if (open === undefined) return null;

  const stay = () => {
    // Once voted on, an idea that was open by default would no longer be: pin it before.
    if (asked === null || !isIdeaId(asked) || asked !== open.id) update(open.id, onlyUnvoted);
  };
  const position = items.indexOf(open);
  const listed = items.map((item, index) => ({ item, number: index + 1 }));
  return (
    <div class="agenda">
      <AgendaCard
        key={open.id}
        round={round}
        item={open}
        number={position + 1}
        all={items.length}
        previous={items[position - 1]?.id}
        next={items[position + 1]?.id}
        nextNotVoted={nextUnvoted(items, open.id)?.id}
        onBeforeVote={stay}
        onOpen={id => update(id, onlyUnvoted)}
      />
      <AgendaList
        items={onlyUnvoted ? listed.filter(({ item }) => isUnvoted(item)) : listed}
        open={open.id}
        onlyUnvoted={onlyUnvoted}
        onFilter={unvoted => update(open.id, unvoted)}
        onOpen={id => update(id, onlyUnvoted)}
      />
    </div>
  );
}
