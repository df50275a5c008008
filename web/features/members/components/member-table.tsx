/** A table of members by name; each links to its page. On a phone each is a block. */
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { type ListedMember, OTHER_ROLES } from '../member.ts';
import { useMembersWords } from '../words.ts';

export function MemberTable({ members }: { readonly members: readonly ListedMember[] }) {
  const words = useMembersWords();
  const { organization } = useOrganization();
  return (
    <table class="stack" aria-label={words.membersTitle}>
      <thead>
        <tr>
          <th scope="col">{words.personName}</th>
          <th scope="col">{words.department}</th>
          <th scope="col">{words.role}</th>
          <th scope="col">{words.account}</th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ id, name, subject, department, team, roles, active, erased }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={paths.member(organization.id, id)} class="member-link">
                {erased === undefined ? (name ?? id) : words.erasedMember}{' '}
                <small>{name === undefined && erased === undefined ? '' : id}</small>
              </Link>
            </th>
            <td>{team === undefined ? department : `${department}\u00a0· ${team}`}</td>
            <td class="member-roles">
              {OTHER_ROLES.filter(role => roles.includes(role)).map(role => (
                <span class="badge" key={role}>
                  {words.roles[role]}
                </span>
              ))}
              {!active && <span class="badge">{erased ? words.erased : words.left}</span>}
            </td>
            <td class="facts">{subject === undefined || String(subject) === id ? '' : subject}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
