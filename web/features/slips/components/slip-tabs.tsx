/** The two ways to enter paper slips: typed one by one, or as a file. */

import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { useSlipsWords } from '../words.ts';

export function SlipTabs() {
  const words = useSlipsWords();
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
