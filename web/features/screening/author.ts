/** What an idea's author is called in a line of facts. */
import type { Dictionary } from '../../i18n/zh.ts';
import { nameOf, type People } from '../../ui/person.tsx';
import type { ListedIdea } from './screening.ts';

type Authored = Pick<ListedIdea, 'authorId' | 'authorHidden' | 'authorDepartment'>;

/** The name; where the organization hides authors until the decision, no more than that. */
export function authorOf(
  { authorId, authorHidden, authorDepartment }: Authored,
  people: People,
  words: Dictionary,
): string {
  if (authorHidden)
    return authorDepartment === undefined
      ? words.hiddenAuthor
      : words.hiddenAuthorOf(authorDepartment);
  return authorId === undefined ? words.unnamed : nameOf(authorId, people, words).name;
}
