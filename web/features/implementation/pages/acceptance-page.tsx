/**
 * Completed work: to accept with its verified benefit, or to send back. Nobody is offered their
 * own.
 */
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { useDay } from '../../../i18n/use-moment.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { type People, Person } from '../../../ui/person.tsx';
import { barTo, type WorkItem } from '../../ideas/index.ts';
import { AcceptForm } from '../components/accept-form.tsx';
import { Authors } from '../components/authors.tsx';
import { BeforeAfter } from '../components/before-after.tsx';
import { SendBackForm } from '../components/send-back-form.tsx';
import { WhyBarred } from '../components/why-barred.tsx';
import { type Heading, Work, WorkTable } from '../components/work-table.tsx';
import { WorkTitle } from '../components/work-title.tsx';
import { daysSince } from '../waiting.ts';
import { useImplementationWords } from '../words.ts';

export function AcceptancePage() {
  const words = useImplementationWords();
  const { id } = useOrganization().organization;
  const headings: readonly Heading[] = [
    { name: words.idea },
    { name: words.ownerHeading },
    { name: words.authors },
    { name: words.claimedHeading, number: true },
    { name: words.completedHeading },
    { name: words.act, screenOnly: true },
  ];
  return (
    <section>
      <div class="page-head">
        <PageTitle text={words.acceptanceTitle} />
        <Link href={paths.overdue(id)}>{words.overdueTitle}</Link>
      </div>
      <Work
        filters={{ state: 'completed' }}
        empty={
          <Empty text={words.acceptanceEmpty}>
            <Link href={paths.tracking(id)} class="button secondary">
              {words.toTheTracking}
            </Link>
          </Empty>
        }
      >
        {(items, people, onSaid) => (
          <>
            <p class="facts">{words.acceptanceText}</p>
            <WorkTable label={words.acceptanceTitle} headings={headings}>
              {items.map(item => (
                <Completed
                  key={item.id}
                  item={item}
                  people={people}
                  columns={headings.length}
                  onSaid={onSaid}
                />
              ))}
            </WorkTable>
          </>
        )}
      </Work>
    </section>
  );
}

interface Props {
  readonly item: WorkItem;
  readonly people: People;
  readonly columns: number;
  readonly onSaid: (text: string | undefined) => void;
}

function Completed({ item, people, columns, onSaid }: Props) {
  const { language } = useLanguage();
  const words = useImplementationWords();
  const day = useDay();
  const { membership } = useOrganization();
  const [open, setOpen] = useState<'accept' | 'send-back' | undefined>(undefined);
  const bar = barTo('accept', item, membership);
  const { implementation, completion } = item;
  const close = (said?: string) => {
    setOpen(undefined);
    onSaid(said);
  };
  const start = (form: 'accept' | 'send-back') => {
    onSaid(undefined);
    setOpen(form);
  };
  return (
    <tbody>
      <tr>
        <WorkTitle item={item}>
          {completion !== undefined && open === undefined && (
            <p class="done-briefly">{completion.done}</p>
          )}
        </WorkTitle>
        <td data-label={words.ownerHeading}>
          {implementation === undefined ? (
            words.none
          ) : (
            <Person id={implementation.owner} people={people} />
          )}
        </td>
        <td data-label={words.authors}>
          <Authors item={item} people={people} />
        </td>
        <td data-label={words.claimedHeading} class="number">
          {completion?.claimedBenefit.toLocaleString(language) ?? words.none}
        </td>
        <td data-label={words.completedHeading}>
          {completion === undefined ? (
            words.none
          ) : (
            <span class="since-when">
              {day(completion.at)}
              <small>{words.waited(daysSince(completion.at))}</small>
            </span>
          )}
        </td>
        <td class="row-acts no-print">
          {bar !== undefined && <WhyBarred bar={bar} />}
          {bar === undefined && open === undefined && (
            <>
              <button type="button" class="secondary" onClick={() => start('accept')}>
                {words.accept}
              </button>
              <button type="button" class="plain" onClick={() => start('send-back')}>
                {words.sendBack}
              </button>
            </>
          )}
        </td>
      </tr>
      {open !== undefined && bar === undefined && (
        <tr class="row-form">
          <td colSpan={columns}>
            <div>
              {completion !== undefined && (
                <p class="written">{words.labelled(words.doneField, completion.done)}</p>
              )}
              <BeforeAfter photos={item.photos} />
              {open === 'accept' ? (
                <AcceptForm
                  item={item}
                  onDone={() => close(words.accepted(item.title))}
                  onCancel={close}
                />
              ) : (
                <SendBackForm
                  item={item}
                  onDone={() => close(words.sentBack(item.title))}
                  onCancel={close}
                />
              )}
            </div>
          </td>
        </tr>
      )}
    </tbody>
  );
}
