/** Opens a member by name, initials or number; one who has left, by the number. */
import { useLocation } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { PersonPicker } from '../../directory/index.ts';
import { useMembersWords } from '../words.ts';

export function MemberSearch() {
  const words = useMembersWords();
  const { id } = useOrganization().organization;
  const [, go] = useLocation();
  return (
    <PersonPicker
      label={words.findMember}
      value={undefined}
      onChange={member => {
        if (member !== undefined) go(paths.member(id, member));
      }}
    />
  );
}
