/**
 * The signed-in member's work, over all rounds: open work, the most urgent first, to report on and
 * to complete without leaving the list; and below, completed work.
 */
import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { listMyWork } from '../../../../shared/contract/routes/implementation.ts';
import type { Pages } from '../../../api/reading.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { OwnerPart } from '../components/owner-part.tsx';
import { WorkRow } from '../components/work-row.tsx';
import { useMyWork } from '../my-work.ts';
import { useImplementationWords } from '../words.ts';

export function WorkPage() {
  const words = useImplementationWords();
  const { organization } = useOrganization();
  const open = useMyWork('open');
  const done = useMyWork('done');
  const [said, setSaid] = useState<string | undefined>(undefined);
  return (
    <section>
      <div class="page-head">
        <PageTitle text={words.workTitle} />
        <a href={paths.tracking(organization.id)}>{words.toTheTracking}</a>
      </div>
      <StatusMessage text={said} />
      {isLoading(open) || isLoading(done) ? (
        <Loading />
      ) : (
        <QueryView of={open}>
          {({ pages: [first] }) =>
            first?.items.length === 0 ? (
              <Empty text={words.workEmpty} />
            ) : (
              <Rows of={open} name={words.workTitle} onSaid={setSaid} />
            )
          }
        </QueryView>
      )}
      {!isLoading(open) && done.data?.pages[0]?.items.some(() => true) && (
        <section class="work-done">
          <h2>{words.workDone}</h2>
          <Rows of={done} name={words.workDone} onSaid={setSaid} />
        </section>
      )}
    </section>
  );
}

function isLoading({ data, error }: Pick<Pages<unknown>, 'data' | 'error'>): boolean {
  return data === undefined && error === null;
}

interface RowsProps {
  readonly of: Pages<ReplyOf<typeof listMyWork>>;
  readonly name: string;
  readonly onSaid: (text: string | undefined) => void;
}

function Rows({ of, name, onSaid }: RowsProps) {
  return (
    <>
      <ul class="rows" aria-label={name}>
        {of.data?.pages.flatMap(({ items, people }) =>
          items.map(item => (
            <WorkRow key={item.id} item={item} people={people} own>
              <OwnerPart idea={item} onSaid={onSaid} />
            </WorkRow>
          )),
        )}
      </ul>
      <MoreButton of={of} />
    </>
  );
}
