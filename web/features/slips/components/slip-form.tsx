/**
 * The fields of a paper slip: its author, its day and its department, and then the fields of every
 * idea. The author is first, where the keyboard begins with each slip.
 */
import { useId } from 'preact/hooks';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { readNumber, readNumbers } from '../../../../shared/domain/organization/employee-number.ts';
import { MOST_CO_AUTHORS } from '../../../../shared/domain/organization/limits.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Field } from '../../../ui/form/field.tsx';
import type { FieldErrors } from '../../../ui/form/field-errors.ts';
import type { People } from '../../../ui/person.tsx';
import { PersonPicker, useListedMember } from '../../directory/index.ts';
import { type Photo, PhotoField } from '../../photos/index.ts';
import { SimilarIdeas } from '../../search/index.ts';
import { ContentFields } from '../../submission/index.ts';
import type { SlipFields } from '../slip.ts';
import { zoneName } from '../slip-time.ts';
import { useSlipsWords } from '../words.ts';

interface Props {
  readonly fields: SlipFields;
  readonly errors: FieldErrors;
  readonly onChange: (changes: Partial<SlipFields>) => void;
  /** A slip that has an author cannot become unnamed: its history would name the author. */
  readonly mayBeUnnamed?: boolean;
  /** A correction leaves the co-authors as they are. */
  readonly mayHaveCoAuthors?: boolean;
  /** The slip that is corrected, which is like itself. */
  readonly corrected?: IdeaId;
  /** The people beside the slip that is corrected. */
  readonly people?: People | undefined;
  /** Its photos. */
  readonly photos?: readonly Photo[];
}

export function SlipForm(props: Props) {
  const {
    fields,
    errors,
    onChange,
    mayBeUnnamed = true,
    mayHaveCoAuthors = true,
    people,
    photos,
    corrected,
  } = props;
  const words = useSlipsWords();
  const { language } = useLanguage();
  const { organization } = useOrganization();
  const unnamed = fields.unnamed !== '';
  const unnamedHint = useId();
  const author = readNumber(fields.authorId);
  const own = useListedMember(unnamed ? undefined : author)?.department;
  return (
    <>
      <PersonPicker
        label={words.slipAuthor}
        name="authorId"
        required={!unnamed}
        disabled={unnamed}
        value={unnamed ? undefined : author}
        onChange={authorId => onChange({ authorId: authorId ?? '' })}
        error={errors.authorId}
        people={people}
      />
      {mayBeUnnamed && (
        <>
          <label class="check">
            <input
              type="checkbox"
              name="unnamed"
              checked={unnamed}
              aria-describedby={unnamedHint}
              onChange={event => onChange({ unnamed: event.currentTarget.checked ? 'yes' : '' })}
            />
            {words.slipUnnamed}
          </label>
          <p class="facts" id={unnamedHint}>
            {words.slipUnnamedHint}
          </p>
        </>
      )}
      {mayHaveCoAuthors && !unnamed && (
        <PersonPicker
          label={words.slipCoAuthors}
          name="coAuthorIds"
          multiple
          max={MOST_CO_AUTHORS}
          exclude={author === undefined ? [] : [author]}
          value={readNumbers(fields.coAuthorIds) ?? []}
          onChange={people => onChange({ coAuthorIds: people.join(' ') })}
          error={errors.coAuthorIds}
        />
      )}
      <div class="fields">
        <Field label={words.slipDay} error={errors.submittedAt}>
          {control => (
            <input
              {...control}
              name="day"
              type="date"
              required
              value={fields.day}
              onInput={event => onChange({ day: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field
          label={words.slipTime}
          hint={words.slipTimeHint(zoneName(organization.calendar.timeZone, language))}
        >
          {control => (
            <input
              {...control}
              name="time"
              type="time"
              value={fields.time}
              onInput={event => onChange({ time: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={words.slipDepartment} error={errors.department}>
          {control => (
            <select
              {...control}
              name="department"
              value={fields.department}
              onChange={event => onChange({ department: event.currentTarget.value })}
            >
              <option value="">
                {own === undefined ? words.slipOwnDepartment : words.slipDepartmentOf(own)}
              </option>
              {organization.departments.map(department => (
                <option key={department} value={department}>
                  {department}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <ContentFields
        content={fields}
        categories={organization.categories}
        errors={errors}
        onChange={onChange}
        similar={
          <SimilarIdeas
            title={fields.title}
            problem={fields.problem}
            hint={words.slipSimilarHint}
            {...(corrected !== undefined && { except: corrected })}
          />
        }
        photosOf={of =>
          // A photo of the paper shows what is wrong; what a proposal has stays as it is.
          of === 'problem' && (
            <PhotoField
              of={of}
              value={fields.photos}
              stored={photos}
              onChange={changed => onChange({ photos: changed })}
            />
          )
        }
      />
    </>
  );
}
