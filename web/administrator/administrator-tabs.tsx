/** The tabs between the administrator's pages. */
import { useOrganization } from '../shell/organization-context.tsx';
import { paths } from '../shell/paths.ts';
import { Tabs } from '../shell/tabs.tsx';
import { useAdministratorWords } from './language/use-administrator-words.ts';

export function AdministratorTabs() {
  const words = useAdministratorWords();
  const { id } = useOrganization().organization;
  return (
    <Tabs
      name={words.tabs}
      tabs={[
        { href: paths.members(id), name: words.tabMembers },
        { href: paths.settings(id), name: words.tabSettings },
        { href: paths.calendar(id), name: words.tabCalendar },
        { href: paths.audit(id), name: words.tabAudit },
      ]}
    />
  );
}
