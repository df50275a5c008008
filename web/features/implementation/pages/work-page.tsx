/**
 * The signed-in member's work, over all rounds: open work, the most urgent first, to report on and
 * to complete; and below, completed work.
 */
import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { listMyWork } from '../../../../shared/contract/routes/implementation.ts';
import type { Pages } from '../../../api/reading.ts';
import { Empty } from '../../../ui/empty.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { WorkCard } from '../../ideas/index.ts';
import { OwnerPart } from '../components/owner-part.tsx';
import { useMyWork } from '../my-work.ts';
import { useImplementationWords } from '../words.ts';

export function WorkPage() {
  const words = useImplementationWords();
  const open = useMyWork('open');
  const done = useMyWork('done');
  const [said, setSaid] = useState<string | undefined>(undefined);
  return (
    <section>
      <PageTitle text={words.workTitle} />
      <StatusMessage text={said} />
      <QueryView of={open}>
        {({ pages: [first] }) =>
          first?.items.length === 0 ? (
            <Empty text={words.workEmpty} />
          ) : (
            <Cards of={open} name={words.workTitle} onSaid={setSaid} />
          )
        }
      </QueryView>
      <QueryView of={done}>
        {({ pages: [first] }) =>
          first?.items.length !== 0 && (
            <section>
              <h2>{words.workDone}</h2>
              <Cards of={done} name={words.workDone} onSaid={setSaid} />
            </section>
          )
        }
      </QueryView>
    </section>
  );
}

interface CardsProps {
  readonly of: Pages<ReplyOf<typeof listMyWork>>;
  readonly name: string;
  readonly onSaid: (text: string | undefined) => void;
}

function Cards({ of, name, onSaid }: CardsProps) {
  return (
    <>
      <ul class="cards" aria-label={name}>
        {of.data?.pages
          .flatMap(({ items }) => items)
          .map(item => (
            <WorkCard key={item.id} item={item}>
              <OwnerPart idea={item} onSaid={onSaid} />
            </WorkCard>
          ))}
      </ul>
      <MoreButton of={of} />
    </>
  );
}
