/** The two tabs of a member: their submitted ideas, and the work they own. */
import { useOrganization } from '../shell/organization-context.tsx';
import { paths } from '../shell/paths.ts';
import { Tabs } from '../shell/tabs.tsx';
import { useEmployeeWords } from './words.ts';

export function MineTabs() {
  const words = useEmployeeWords();
  const { id } = useOrganization().organization;
  return (
    <Tabs
      name={words.tabs}
      tabs={[
        { href: paths.mine(id), name: words.tabIdeas },
        { href: paths.work(id), name: words.tabWork },
      ]}
    />
  );
}
