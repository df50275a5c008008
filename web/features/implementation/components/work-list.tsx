/** A list of work for a manager, with the acts on each; it says when it is empty. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { WorkState } from '../../../../shared/domain/idea/work.ts';
import { Empty } from '../../../ui/empty.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { useImplementations, WorkCard, type WorkItem } from '../../ideas/index.ts';

interface Props {
  readonly title: string;
  readonly empty: string;
  readonly filters: { readonly state: WorkState } | { readonly overdue: 'true' };
  readonly children?: (
    item: WorkItem,
    onSaid: (text: string | undefined) => void,
  ) => ComponentChildren;
}

export function WorkList({ title, empty, filters, children }: Props) {
  const work = useImplementations(filters);
  const [said, setSaid] = useState<string | undefined>(undefined);
  return (
    <section>
      <PageTitle text={title} />
      <StatusMessage text={said} />
      <QueryView of={work}>
        {({ pages }) => {
          const items = pages.flatMap(({ items }) => items);
          // A page may be empty after filtering although later ones are not.
          if (items.length === 0) return work.hasNextPage ? null : <Empty text={empty} />;
          return (
            <ul class="cards" aria-label={title}>
              {items.map(item => (
                <WorkCard key={item.id} item={item}>
                  {children?.(item, setSaid)}
                </WorkCard>
              ))}
            </ul>
          );
        }}
      </QueryView>
      <MoreButton of={work} />
    </section>
  );
}
