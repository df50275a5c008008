/**
 * A piece of work in a dense list: title, owner, due date with the days left, progress, and what the
 * list adds below.
 */
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { listMyWork } from '../../../../shared/contract/routes/implementation.ts';
import { paths } from '../../../paths.ts';
import { type People, Person } from '../../../ui/person.tsx';
import { DueDate, StatusBadge, useWithWaitingReport } from '../../ideas/index.ts';
import { useImplementationWords } from '../words.ts';

interface Props {
  readonly item: ReplyOf<typeof listMyWork>['items'][number];
  readonly people: People | undefined;
  /** Whether its owner is plain: the reader. */
  readonly own?: boolean;
  readonly children?: ComponentChildren;
}

export function WorkRow({ item, people, own = false, children }: Props) {
  const words = useImplementationWords();
  const { work, waits } = useWithWaitingReport(item);
  const { implementation, status } = work;
  const underWay = status === 'implementing';
  return (
    <li class="work-row">
      <div class="work-line">
        <h2>
          <Link href={paths.idea(item.organization, item.id)}>{item.title}</Link>
        </h2>
        {implementation !== undefined && !own && (
          <span class="work-owner">
            <Person id={implementation.owner} people={people} />
          </span>
        )}
        {implementation !== undefined && underWay && (
          <>
            <DueDate of={implementation} />
            <span class="work-progress">
              <progress
                value={implementation.progress}
                max={100}
                aria-label={words.progressOf(item.title)}
              />
              <span>
                {words.percent(implementation.progress)}
                {waits && `\u00a0· ${words.waitsToBeSent}`}
              </span>
            </span>
          </>
        )}
        {!underWay && <StatusBadge status={status} />}
      </div>
      {children}
    </li>
  );
}
