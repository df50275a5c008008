/** The trail of changes of settings and members, newest first. */
import { Link } from 'wouter-preact';
import { listAudit } from '../../../../shared/contract/routes/administration.ts';
import { usePages } from '../../../api/reading.ts';
import { useMoment } from '../../../i18n/use-moment.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { type People, Person } from '../../../ui/person.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { type AuditEntry, changeText, fieldName, type AuditPage as Page } from '../audit.ts';
import { useAuditWords } from '../words.ts';

export function AuditPage() {
  const words = useAuditWords();
  const { id } = useOrganization().organization;
  const trail = usePages<Page>([listAudit.id, id], (call, from, signal) =>
    call(listAudit, { path: { organization: id }, query: from }, signal),
  );
  return (
    <section class="narrow">
      <PageTitle text={words.auditTitle} />
      <p>{words.auditText}</p>
      <QueryView of={trail}>
        {({ pages }) =>
          pages.every(({ items }) => items.length === 0) ? (
            <Empty text={words.auditEmpty} />
          ) : (
            <Trail pages={pages} />
          )
        }
      </QueryView>
      <MoreButton of={trail} />
    </section>
  );
}

/** The most changes of an entry in view; the others fold out. */
const IN_VIEW = 5;

function Trail({ pages }: { readonly pages: readonly Page[] }) {
  const words = useAuditWords();
  return (
    <ul class="rows" aria-label={words.auditTitle}>
      {pages.flatMap(({ items, people }) =>
        items.map(entry => (
          <li key={`${entry.at} ${entry.what} ${entry.member} ${entry.version}`}>
            <Entry entry={entry} people={people} />
          </li>
        )),
      )}
    </ul>
  );
}

interface EntryProps {
  readonly entry: AuditEntry;
  readonly people: People | undefined;
}

function Entry({ entry, people }: EntryProps) {
  const words = useAuditWords();
  const moment = useMoment();
  const text = (change: AuditEntry['changes'][number]) => (
    <li key={change.field}>
      {words.labelled(fieldName(change.field, entry.what, words), changeText(change, words))}
    </li>
  );
  const later = entry.changes.slice(IN_VIEW);
  return (
    <article class="audit-entry">
      <p>
        <What entry={entry} people={people} />
      </p>
      <p class="facts">
        <time dateTime={entry.at}>{moment(entry.at)}</time>&nbsp;·{' '}
        {entry.by === undefined ? words.operator : <Person id={entry.by} people={people} brief />}
      </p>
      {entry.changes.length > 0 && <ul>{entry.changes.slice(0, IN_VIEW).map(text)}</ul>}
      {later.length > 0 && (
        <details>
          <summary>{words.moreChanges(later.length)}</summary>
          <ul>{later.map(text)}</ul>
        </details>
      )}
    </article>
  );
}

function What({ entry: { what, member, act }, people }: EntryProps) {
  const words = useAuditWords();
  const { id } = useOrganization().organization;
  if (member === undefined)
    return <strong>{what === 'founding' ? words.founding : words.tabSettings}</strong>;
  return (
    <>
      <Link href={paths.member(id, member)}>
        <Person id={member} people={people} brief />
      </Link>
      {act !== undefined && `\u00a0· ${words.memberActs[act]}`}
    </>
  );
}
