/**
 * The member list by number, filtered by department, role and whether members have left; the ways
 * of changing it; and its file. The filters are part of the address.
 */
import { Link, useSearchParams } from 'wouter-preact';
import type { ReplyOf } from '../../shared/contract/client.ts';
import { exportMembers, listMembers } from '../../shared/contract/routes/members.ts';
import { isDepartment, type MemberId } from '../../shared/domain/kernel/ids.ts';
import { usePages } from '../api/reading.ts';
import { Empty } from '../shell/empty.tsx';
import { FileButton } from '../shell/file-button.tsx';
import { MoreButton } from '../shell/more-button.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { paths } from '../shell/paths.ts';
import { QueryView } from '../shell/query-view.tsx';
import { AdministratorTabs } from './administrator-tabs.tsx';
import { useAdministratorWords } from './language/use-administrator-words.ts';
import { OTHER_ROLES } from './member.ts';
import { MemberFilters, STANDINGS } from './member-filters.tsx';
import { MemberSearch } from './member-search.tsx';
import { MemberTable } from './member-table.tsx';

/** Enough to see a department at a glance. */
const AT_ONCE = '100';

export function MembersPage() {
  const words = useAdministratorWords();
  const { id } = useOrganization().organization;
  const [search, setSearch] = useSearchParams();
  const named = search.get('department') ?? '';
  const department = isDepartment(named) ? named : undefined;
  const role = OTHER_ROLES.find(one => one === search.get('role'));
  const active = STANDINGS.find(one => one === search.get('active')) ?? 'true';
  const filters = {
    ...(department !== undefined && { department }),
    ...(role !== undefined && { role }),
    ...(active !== 'all' && { active }),
  };
  const members = usePages<ReplyOf<typeof listMembers>>(
    [listMembers.id, id, filters],
    (call, from, signal) =>
      call(
        listMembers,
        { path: { organization: id }, query: { ...filters, ...from, limit: AT_ONCE } },
        signal,
      ),
  );
  return (
    <section>
      <AdministratorTabs />
      <div class="page-head">
        <PageTitle text={words.membersTitle} />
        <p class="actions">
          <Link href={paths.newMember(id)} class="button">
            {words.addMember}
          </Link>
          <Link href={paths.memberFile(id)} class="button secondary">
            {words.importMembers}
          </Link>
        </p>
      </div>
      <MemberSearch />
      <MemberFilters
        department={department}
        role={role}
        active={active}
        onChange={filters => setSearch(new URLSearchParams(filters), { replace: true })}
      />
      <QueryView of={members}>
        {({ pages }) => {
          const items = pages.flatMap(({ items }) => items);
          if (items.length > 0) return <MemberTable members={items} />;
          // A page may be empty after filtering although later ones are not.
          return <Empty text={members.hasNextPage ? words.noneSoFar : words.noMembers} />;
        }}
      </QueryView>
      <MoreButton of={members} />
      <FileButton<MemberId>
        file={words.memberFileName}
        read={(call, from, signal) =>
          call(exportMembers, { path: { organization: id }, query: from }, signal)
        }
      />
      <p>
        <small>{words.exportHint}</small>
      </p>
    </section>
  );
}
