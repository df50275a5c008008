/**
 * Who had an idea: a person, nobody if it is unnamed, or the author's department while the
 * organization hides its authors.
 */
import type { Department, MemberId } from '../../../../shared/domain/kernel/ids.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { type People, Person } from '../../../ui/person.tsx';

export interface Authored {
  readonly authorId?: MemberId | undefined;
  readonly authorHidden?: true | undefined;
  readonly authorDepartment?: Department | undefined;
  readonly unnamed: boolean;
}

interface Props {
  readonly of: Authored;
  readonly people: People | undefined;
  /** Whether the department is left out. */
  readonly brief?: boolean;
}

export function Author({ of, people, brief = false }: Props) {
  const words = useWords();
  const { authorId, authorHidden, authorDepartment, unnamed } = of;
  if (unnamed) return <>{words.unnamed}</>;
  if (authorId !== undefined) return <Person id={authorId} people={people} brief={brief} />;
  if (authorHidden !== true) return null;
  return (
    <>
      {authorDepartment === undefined ? words.hiddenAuthor : words.hiddenAuthorOf(authorDepartment)}
    </>
  );
}

/** Whether there is anything to say about its author. */
export function hasAuthor({ authorId, authorHidden, unnamed }: Authored): boolean {
  return unnamed || authorId !== undefined || authorHidden === true;
}
