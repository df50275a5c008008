/**
 * A person: their name, and the department that tells two of a name apart. Whoever was erased has
 * neither, and whoever has no name on the list is their number.
 */
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { getIdea } from '../../shared/contract/routes/ideas.ts';
import type { MemberId } from '../../shared/domain/kernel/ids.ts';
import { useWords } from '../i18n/language-context.tsx';
import type { Dictionary } from '../i18n/zh.ts';

/** The people beside a reply: number to name and department. */
export type People = NonNullable<ReplyOf<typeof getIdea>['people']>;

interface Props {
  readonly id: MemberId;
  readonly people: People | undefined;
  /** Whether the department is left out; that they have left is said all the same. */
  readonly brief?: boolean;
}

export function Person({ id, people, brief = false }: Props) {
  const words = useWords();
  const person = people?.[id];
  const { name, note } = nameOf(id, people, words);
  const department = brief || person?.erased === true ? undefined : person?.department;
  const facts = [department, note].filter(one => one !== undefined);
  return (
    <span class="person" title={words.memberNumber(id)}>
      {name}
      {facts.length > 0 && <small>{facts.join('\u00a0· ')}</small>}
    </span>
  );
}

/** What a person is called in running text. */
export function nameOf(
  id: MemberId,
  people: People | undefined,
  words: Dictionary,
): { readonly name: string; readonly note: string | undefined } {
  const person = people?.[id];
  if (person?.erased === true) return { name: words.erasedMember, note: undefined };
  return {
    name: person?.name ?? words.memberNumber(id),
    note: person?.left === true ? words.leftMember : undefined,
  };
}
