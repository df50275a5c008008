/** A table of members; each links to its page. */
import { Link } from 'wouter-preact';
import { useOrganization } from '../shell/organization-context.tsx';
import { paths } from '../shell/paths.ts';
import { Scrollable } from '../shell/scrollable.tsx';
import { useAdministratorWords } from './language/use-administrator-words.ts';
import type { ListedMember } from './member.ts';

export function MemberTable({ members }: { readonly members: readonly ListedMember[] }) {
  const words = useAdministratorWords();
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
