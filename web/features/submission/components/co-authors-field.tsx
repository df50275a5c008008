/** The co-authors whom an author names. */
import type { MemberId } from '../../../../shared/domain/kernel/ids.ts';
import { MOST_CO_AUTHORS } from '../../../../shared/domain/organization/limits.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import type { People } from '../../../ui/person.tsx';
import { PersonPicker } from '../../directory/index.ts';
import { peopleIn, peopleText } from '../draft.ts';
import { useSubmissionWords } from '../words.ts';

interface Props {
  /** Their numbers with spaces between. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  /** Authors of other kinds, who are not named here. */
  readonly authors?: readonly MemberId[];
  readonly people?: People | undefined;
}

export function CoAuthorsField({ value, onChange, error, authors = [], people }: Props) {
  const words = useSubmissionWords();
  const { membership } = useOrganization();
  return (
    <PersonPicker
      label={words.coAuthors}
      name="coAuthorIds"
      multiple
      max={MOST_CO_AUTHORS}
      exclude={[membership.memberId, ...authors]}
      people={people}
      hint={words.coAuthorsHint}
      error={error}
      value={peopleIn(value)}
      onChange={chosen => onChange(peopleText(chosen))}
    />
  );
}
