/**
 * The member list by number, filtered by department, role and whether members have left; the ways
 * of changing it; and its file. The filters are part of the address.
 */
import { Link, useSearchParams } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { exportMembers, listMembers } from '../../../../shared/contract/routes/members.ts';
import { isDepartment, type MemberId } from '../../../../shared/domain/kernel/ids.ts';
import { usePages } from '../../../api/reading.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { MemberFilters, STANDINGS } from '../components/member-filters.tsx';
import { MemberSearch } from '../components/member-search.tsx';
import { MemberTable } from '../components/member-table.tsx';
import { OTHER_ROLES } from '../member.ts';
import { useMembersWords } from '../words.ts';

/** Enough to see a department at a glance. */
const AT_ONCE = '100';

export function MembersPage() {
  const words = useMembersWords();
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
      <div class="part">
        <FileButton<MemberId>
          file={words.memberFileName}
          read={(call, from, signal) =>
            call(exportMembers, { path: { organization: id }, query: from }, signal)
          }
        />
        <small>{words.exportHint}</small>
      </div>
    </section>
  );
}
