/**
 * The fields of a new idea: under whose name, the text, and folded what may be left out. It asks
 * for a department only if the idea is unnamed; otherwise the author's own counts.
 */
import { Suspense } from 'preact/compat';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { lazilyOr } from '../../../i18n/lazily.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Field } from '../../../ui/form/field.tsx';
import type { FieldErrors } from '../../../ui/form/field-errors.ts';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { PhotoField } from '../../photos/index.ts';
import { SimilarIdeas } from '../../search/index.ts';
import type { Draft } from '../draft.ts';
import { useSubmissionWords } from '../words.ts';
import { BenefitField, TextFields } from './content-fields.tsx';
import { NamingChoice } from './naming-choice.tsx';

/** Searching people is loaded for those who unfold the fields. */
const CoAuthorsField = lazilyOr(
  NotLoaded,
  async () => (await import('./co-authors-field.tsx')).CoAuthorsField,
);

interface Props {
  readonly draft: Draft;
  readonly errors: FieldErrors;
  readonly onChange: (changes: Partial<Draft>) => void;
  /** Deletes the draft, and returns what brings it back. */
  readonly onDrop: () => () => void;
}

/** The folded fields. */
const OPTIONAL = ['expectedBenefit', 'coAuthorIds', 'department'] as const;

export function DraftForm({ draft, errors, onChange, onDrop }: Props) {
  const words = useSubmissionWords();
  const { organization } = useOrganization();
  const unnamed = draft.unnamed !== '';
  const used = OPTIONAL.some(field => draft[field] !== '');
  const [unfolded, setUnfolded] = useState(false);
  const folded = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    if (used && folded.current !== null) folded.current.open = true;
  }, [used]);
  return (
    <>
      <NamingChoice
        unnamed={unnamed}
        onChange={chosen => onChange({ unnamed: chosen ? 'yes' : '' })}
      />
      <TextFields
        content={draft}
        categories={organization.categories}
        errors={errors}
        onChange={onChange}
        similar={
          <SimilarIdeas
            title={draft.title}
            problem={draft.problem}
            hint={words.similarHint}
            onDrop={onDrop}
          />
        }
        photosOf={of => (
          <PhotoField
            of={of}
            value={draft.photos}
            unnamed={unnamed}
            onChange={photos => onChange({ photos })}
          />
        )}
      />
      <details
        ref={folded}
        class="optional-fields"
        onToggle={event => setUnfolded(event.currentTarget.open)}
      >
        <summary>{words.moreOptional}</summary>
        <BenefitField content={draft} errors={errors} onChange={onChange} />
        {unnamed ? (
          <Field
            label={words.ownDepartment}
            hint={words.ownDepartmentHint}
            error={errors.department}
          >
            {control => (
              <select
                {...control}
                name="department"
                value={draft.department}
                onChange={event => onChange({ department: event.currentTarget.value })}
              >
                <option value="">{words.leaveOut}</option>
                {organization.departments.map(department => (
                  <option key={department} value={department}>
                    {department}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : (
          (unfolded || used) && (
            <Suspense fallback={<SkeletonRows count={1} height={80} />}>
              <CoAuthorsField
                value={draft.coAuthorIds}
                onChange={coAuthorIds => onChange({ coAuthorIds })}
                error={errors.coAuthorIds}
              />
            </Suspense>
          )
        )}
      </details>
    </>
  );
}
