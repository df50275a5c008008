/** What an idea's author is called in a line of facts. */
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { getIdea } from '../../shared/contract/routes/ideas.ts';
import type { Dictionary } from '../i18n/zh.ts';
import { nameOf, type People } from './person.tsx';

type Authored = Pick<ReplyOf<typeof getIdea>, 'authorId' | 'authorHidden' | 'authorDepartment'>;

/** The name; where the organization hides authors until the decision, no more than that. */
export function authorOf(
  { authorId, authorHidden, authorDepartment }: Authored,
  people: People | undefined,
  words: Dictionary,
): string {
  if (authorHidden)
    return authorDepartment === undefined
      ? words.hiddenAuthor
      : words.hiddenAuthorOf(authorDepartment);
  return authorId === undefined ? words.unnamed : nameOf(authorId, people, words).name;
}
