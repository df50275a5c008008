/** Who an idea is from, as far as the reader may know: everybody by name. */
import { authorsOf } from '../../../../shared/domain/idea/idea.ts';
import { type People, Person } from '../../../ui/person.tsx';
import type { WorkItem } from '../../ideas/index.ts';
import { useImplementationWords } from '../words.ts';

export function Authors({ item, people }: { readonly item: WorkItem; readonly people: People }) {
  const words = useImplementationWords();
  const authors = authorsOf(item);
  if (authors.length === 0) return <>{item.unnamed ? words.unnamed : words.hiddenAuthor}</>;
  return (
    <span class="people">
      {authors.map(id => (
        <Person key={id} id={id} people={people} />
      ))}
    </span>
  );
}
