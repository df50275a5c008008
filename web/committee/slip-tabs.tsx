/** The two ways to enter paper slips: typed one by one, or as a file. */
import { useOrganization } from '../shell/organization-context.tsx';
import { paths } from '../shell/paths.ts';
import { Tabs } from '../shell/tabs.tsx';
import { useCommitteeWords } from './language/use-committee-words.ts';

export function SlipTabs() {
  const words = useCommitteeWords();
  const { id } = useOrganization().organization;
  return (
    <Tabs
      name={words.slipTabs}
      tabs={[
        { href: paths.slip(id), name: words.slipTab },
        { href: paths.import(id), name: words.importTab },
      ]}
    />
  );
}
