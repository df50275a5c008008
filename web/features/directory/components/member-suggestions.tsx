/**
 * Under a field for a member's number: the members whom the typed text may mean, by name, initials,
 * number or department. Choosing one fills in the number.
 */
import { useEffect, useState } from 'preact/hooks';
import { getDirectory } from '../../../../shared/contract/routes/organization.ts';
import { useReading } from '../../../api/reading.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useOrganization } from '../../../session/organization-context.tsx';
import { type ListedMember, needsPinyin, type Spell, searchMembers } from '../search.ts';

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
  const { organization } = useOrganization();
  const { data } = useReading(getDirectory, { path: { organization: organization.id } });
  const spell = useSpell(needsPinyin(text));
  const found = searchMembers(data?.members ?? [], text, { most: MOST, spell });
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

/** The pinyin of names, once it is needed and has been loaded; without it, letters find numbers. */
function useSpell(needed: boolean): Spell | undefined {
  const [loaded, setLoaded] = useState<{ readonly spell: Spell }>();
  useEffect(() => {
    if (needed) import('../spell.ts').then(setLoaded, () => undefined);
  }, [needed]);
  return loaded?.spell;
}
