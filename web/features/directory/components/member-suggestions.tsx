/**
 * Under a field for a member's number: the members whom the typed text may mean, by name, initials,
 * number or department. Choosing one fills in the number.
 */
import { useWords } from '../../../i18n/language-context.tsx';
import { type ListedMember, needsPinyin, searchMembers } from '../search.ts';
import { useDirectory, useSpell } from '../use-directory.ts';

interface Props {
  readonly text: string;
  readonly onChoose: (number: string) => void;
}

const MOST = 6;

export function MemberSuggestions({ text, onChoose }: Props) {
  return text.trim() === '' ? null : <Suggested text={text} onChoose={onChoose} />;
}

function Suggested({ text, onChoose }: Props) {
  const words = useWords();
  const { members } = useDirectory(true);
  const spell = useSpell(needsPinyin(text));
  const found = searchMembers(members, text, { most: MOST, spell });
  if (found.length === 0) return null;
  return (
    <ul class="suggestions" aria-label={words.suggestedMembers}>
      {found.map(member => (
        <li key={member.id}>
          <button type="button" class="plain" onClick={() => onChoose(member.id)}>
            {described(member)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function described({ id, name, department }: ListedMember): string {
  return [name, department, id].filter(one => one !== undefined).join(' · ');
}
