/** A table of members; each links to its page. */
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Scrollable } from '../../../ui/scrollable.tsx';
import type { ListedMember } from '../member.ts';
import { useMembersWords } from '../words.ts';

export function MemberTable({ members }: { readonly members: readonly ListedMember[] }) {
  const words = useMembersWords();
  const { organization } = useOrganization();
  return (
    <Scrollable label={words.membersTitle}>
      <table aria-label={words.membersTitle}>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.personName}</th>
            <th scope="col">{words.department}</th>
            <th scope="col">{words.team}</th>
            <th scope="col">{words.account}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.activity}</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ id, name, subject, department, team, roles, active, erased }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={paths.member(organization.id, id)}>{id}</Link>
              </th>
              <td>{name ?? words.none}</td>
              <td>{department}</td>
              <td>{team ?? words.none}</td>
              <td>{subject ?? words.none}</td>
              <td>{words.list(roles.map(role => words.roles[role]))}</td>
              <td>{active ? words.active : erased ? words.erased : words.left}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}
