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
import { QueryView } from '../../../ui/query-view.tsx';
import { Scrollable } from '../../../ui/scrollable.tsx';
import { type AuditEntry, changeText, fieldName, type AuditPage as Page } from '../audit.ts';
import { useAuditWords } from '../words.ts';

export function AuditPage() {
  const words = useAuditWords();
  const { id } = useOrganization().organization;
  const trail = usePages<Page>([listAudit.id, id], (call, from, signal) =>
    call(listAudit, { path: { organization: id }, query: from }, signal),
  );
  return (
    <section>
      <PageTitle text={words.auditTitle} />
      <p>{words.auditText}</p>
      <QueryView of={trail}>
        {({ pages }) => {
          const entries = pages.flatMap(({ items }) => items);
          return entries.length === 0 ? (
            <Empty text={words.auditEmpty} />
          ) : (
            <Trail entries={entries} />
          );
        }}
      </QueryView>
      <MoreButton of={trail} />
    </section>
  );
}

function Trail({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const words = useAuditWords();
  const moment = useMoment();
  return (
    <Scrollable label={words.auditTitle}>
      <table aria-label={words.auditTitle}>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.changes}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(entry => (
            <tr key={`${entry.at} ${entry.what} ${entry.member} ${entry.version}`}>
              <td>
                <time dateTime={entry.at}>{moment(entry.at)}</time>
              </td>
              <td>{entry.by === undefined ? words.operator : words.memberNumber(entry.by)}</td>
              <td>
                <What entry={entry} />
              </td>
              <td>
                <ul class="cell-list">
                  {entry.changes.map(change => (
                    <li key={change.field}>
                      {words.labelled(
                        fieldName(change.field, entry.what, words),
                        changeText(change, words),
                      )}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

function What({ entry: { what, member, act } }: { readonly entry: AuditEntry }) {
  const words = useAuditWords();
  const { id } = useOrganization().organization;
  if (member === undefined) return <>{what === 'founding' ? words.founding : words.tabSettings}</>;
  return (
    <>
      <Link href={paths.member(id, member)}>{words.memberNumber(member)}</Link>
      {act !== undefined && ` · ${words.memberActs[act]}`}
    </>
  );
}
