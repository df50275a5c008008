/** A table of work for a manager, with the people of its rows; it says when it is empty. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { WorkState } from '../../../../shared/domain/idea/work.ts';
import { MoreButton } from '../../../ui/more-button.tsx';
import type { People } from '../../../ui/person.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { useImplementations, type WorkItem } from '../../ideas/index.ts';

/** The column of a table: its name, and whether it has numbers. */
export interface Heading {
  readonly name: string;
  readonly number?: true;
  /** Whether it is for the screen alone, such as a column of buttons. */
  readonly screenOnly?: true;
}

interface WorkProps {
  readonly filters: { readonly state: WorkState } | { readonly overdue: 'true' };
  /** What there is to say if nothing waits. */
  readonly empty: ComponentChildren;
  readonly children: (
    items: readonly WorkItem[],
    people: People,
    onSaid: (text: string | undefined) => void,
  ) => ComponentChildren;
}

/** Reads the work of a page, and shows what was done with it last. */
export function Work({ filters, empty, children }: WorkProps) {
  const work = useImplementations(filters);
  const [said, setSaid] = useState<string | undefined>(undefined);
  return (
    <>
      <StatusMessage text={said} />
      <QueryView of={work} skeleton={<SkeletonRows count={6} />}>
        {({ pages }) => {
          const items = pages.flatMap(({ items }) => items);
          // A page may be empty after filtering although later ones are not.
          if (items.length === 0) return work.hasNextPage ? null : empty;
          const people: People = Object.assign({}, ...pages.map(({ people }) => people));
          return children(items, people, setSaid);
        }}
      </QueryView>
      <MoreButton of={work} />
    </>
  );
}

interface TableProps {
  readonly label: string;
  readonly headings: readonly Heading[];
  /** A class for what only this table has. */
  readonly kind?: string;
  /** Each row is a table body of its own, so that a form can be below it. */
  readonly children: ComponentChildren;
}

export function WorkTable({ label, headings, kind = '', children }: TableProps) {
  return (
    <table class={`stack work-table ${kind}`} aria-label={label}>
      <thead>
        <tr>
          {headings.map(({ name, number, screenOnly }) => (
            <th key={name} scope="col" class={number ? 'number' : screenOnly && 'no-print'}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}
