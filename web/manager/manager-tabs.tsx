/** The tabs between the manager's lists: work to accept, work to reward, overdue work. */
import { Link } from 'wouter-preact';
import { useOrganization } from '../shell/organization-context.tsx';
import { paths } from '../shell/paths.ts';
import { Tabs } from '../shell/tabs.tsx';
import { useManagerWords } from './words.ts';

export function ManagerTabs() {
  const words = useManagerWords();
  const { id } = useOrganization().organization;
  return (
    <div class="page-head">
      <Tabs
        name={words.tabs}
        tabs={[
          { href: paths.acceptance(id), name: words.tabAcceptance },
          { href: paths.rewards(id), name: words.tabRewards },
          { href: paths.overdue(id), name: words.tabOverdue },
        ]}
      />
      <Link href={paths.tracking(id)}>{words.allWork}</Link>
    </div>
  );
}
