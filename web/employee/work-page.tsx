/**
 * The work of the person signed in, over all rounds and by due day: to report on, and to say that it is done.
 */
import { useState } from 'preact/hooks';
import { WorkCard } from '../idea/work-card.tsx';
import { Empty } from '../shell/empty.tsx';
import { MoreButton } from '../shell/more-button.tsx';
import { Said } from '../shell/said.tsx';
import { Shown } from '../shell/shown.tsx';
import { useMyWork } from './mine.ts';
import { MineTabs } from './mine-tabs.tsx';
import { OwnerPart } from './owner-part.tsx';
import { useEmployeeWords } from './words.ts';

export function WorkPage() {
  const words = useEmployeeWords();
  const work = useMyWork();
  const [said, setSaid] = useState<string | undefined>(undefined);
  return (
    <section>
      <h1>{words.workTitle}</h1>
      <MineTabs />
      <Said text={said} />
      <Shown of={work}>
        {({ pages }) => {
          const items = pages.flatMap(({ items }) => items);
          if (items.length === 0) return <Empty text={words.workEmpty} />;
          return (
            <ul class="cards" aria-label={words.workTitle}>
              {items.map(item => (
                <WorkCard key={item.id} item={item}>
                  <OwnerPart idea={item} onSaid={setSaid} />
                </WorkCard>
              ))}
            </ul>
          );
        }}
      </Shown>
      <MoreButton of={work} />
    </section>
  );
}
