/** Work past its due date, the longest overdue first: who has it, how far it is, and what they said. */
import { Link } from 'wouter-preact';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { calendarDay } from '../../../i18n/moments.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { type People, Person } from '../../../ui/person.tsx';
import type { WorkItem } from '../../ideas/index.ts';
import { type Heading, Work, WorkTable } from '../components/work-table.tsx';
import { WorkTitle } from '../components/work-title.tsx';
import { useImplementationWords } from '../words.ts';

export function OverduePage() {
  const words = useImplementationWords();
  const { id } = useOrganization().organization;
  const headings: readonly Heading[] = [
    { name: words.idea },
    { name: words.ownerHeading },
    { name: words.due },
    { name: words.overdueFor, number: true },
    { name: words.progressHead },
    { name: words.reportNote },
  ];
  return (
    <section>
      <div class="page-head">
        <PageTitle text={words.overdueTitle} />
        <Link href={paths.acceptance(id)}>{words.acceptanceTitle}</Link>
      </div>
      <Work
        filters={{ overdue: 'true' }}
        empty={
          <Empty text={words.overdueEmpty}>
            <Link href={paths.tracking(id)} class="button secondary">
              {words.toTheTracking}
            </Link>
          </Empty>
        }
      >
        {(items, people) => (
          <>
            <p class="facts">{words.overdueText}</p>
            <WorkTable label={words.overdueTitle} headings={headings}>
              {items.map(item => (
                <Overdue key={item.id} item={item} people={people} />
              ))}
            </WorkTable>
          </>
        )}
      </Work>
    </section>
  );
}

function Overdue({ item, people }: { readonly item: WorkItem; readonly people: People }) {
  const { language } = useLanguage();
  const words = useImplementationWords();
  const { implementation } = item;
  if (implementation === undefined) return null;
  const { owner, due, daysLeft, progress, note } = implementation;
  return (
    <tbody>
      <tr>
        <WorkTitle item={item} />
        <td data-label={words.ownerHeading}>
          <Person id={owner} people={people} />
        </td>
        <td data-label={words.due}>{calendarDay(due, language)}</td>
        <td data-label={words.overdueFor} class="number">
          {daysLeft === undefined ? words.none : <strong>{words.days(-daysLeft)}</strong>}
        </td>
        <td data-label={words.progressHead}>
          <span class="work-progress">
            <progress value={progress} max={100} aria-label={words.progressHead} />
            <span>{progress}%</span>
          </span>
        </td>
        <td data-label={words.reportNote} class="written">
          {note ?? words.notReported}
        </td>
      </tr>
    </tbody>
  );
}
