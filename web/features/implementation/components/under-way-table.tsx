/** A table of work: each idea's owner, due day and progress, and its acts. */
import { Link } from 'wouter-preact';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { calendarDay } from '../../../i18n/moments.ts';
import { paths } from '../../../paths.ts';
import { Award } from '../../../ui/icon.ts';
import { type People, Person } from '../../../ui/person.tsx';
import type { WorkItem } from '../../ideas/index.ts';
import { useImplementationWords } from '../words.ts';
import { FollowUpRow } from './follow-up-row.tsx';

interface Props {
  readonly items: readonly WorkItem[];
  readonly people: People;
  readonly onSaid: (said: string) => void;
}

export function UnderWayTable({ items, people, onSaid }: Props) {
  const words = useImplementationWords();
  return (
    <table class="follow-up" aria-label={words.underWayTitle}>
      <thead>
        <tr>
          <th scope="col">{words.idea}</th>
          <th scope="col">{words.owner}</th>
          <th scope="col">{words.due}</th>
          <th scope="col">{words.progressHead}</th>
          <th scope="col">
            <span class="visually-hidden">{words.actsHead}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(item => (
          <FollowUpRow
            key={item.id}
            idea={item}
            people={people}
            columns={5}
            name={words.handle}
            onSaid={onSaid}
          >
            <th scope="row">
              <Link href={paths.idea(item.organization, item.id)}>{item.title}</Link>
              <small>
                {item.excellent && (
                  <span class="honour">
                    <Award class="icon" aria-hidden="true" />
                    {words.excellent}
                  </span>
                )}
                {[item.department, item.category]
                  .filter(fact => fact !== undefined)
                  .join('\u00a0· ')}
              </small>
            </th>
            <Work item={item} people={people} />
          </FollowUpRow>
        ))}
      </tbody>
    </table>
  );
}

function Work({ item, people }: { readonly item: WorkItem; readonly people: People }) {
  const words = useImplementationWords();
  const { language } = useLanguage();
  const { implementation, status } = item;
  if (implementation === undefined) return <td colSpan={3}>{words.none}</td>;
  const { owner, due, overdue, daysLeft, progress } = implementation;
  return (
    <>
      <td data-label={words.owner}>
        <Person id={owner} people={people} />
      </td>
      <td data-label={words.due}>
        {calendarDay(due, language)}{' '}
        {overdue ? (
          <span class="badge overdue">
            <span aria-hidden="true">⚠</span> {words.trackingViews.overdue}
          </span>
        ) : (
          daysLeft !== undefined && <small>{words.daysLeft(daysLeft)}</small>
        )}
      </td>
      <td data-label={words.progressHead}>
        {status === 'completed' ? (
          words.statuses.completed
        ) : (
          <span class="work-progress">
            <progress value={progress} max={100} aria-label={words.progressHead} />
            <span>{progress}%</span>
          </span>
        )}
      </td>
    </>
  );
}
