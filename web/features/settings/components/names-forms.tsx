/** The departments and the categories on offer. */
import { Link } from 'wouter-preact';
import { ApiProblem } from '../../../../shared/contract/client-errors.ts';
import {
  putCategories,
  putDepartments,
} from '../../../../shared/contract/routes/administration.ts';
import {
  type Category,
  type Department,
  isCategory,
  isDepartment,
} from '../../../../shared/domain/kernel/ids.ts';
import { tidy } from '../../../../shared/domain/kernel/text.ts';
import {
  MOST_CATEGORIES,
  MOST_DEPARTMENTS,
} from '../../../../shared/domain/organization/organization.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { errorsIn, type ValidationResult } from '../../../ui/form/validation-result.ts';
import { differenceOf, type NamesFields, namesFields, namesIn } from '../names.ts';
import type { Settings } from '../settings.ts';
import type { SettingsWords } from '../words.ts';
import { useSettingsWords } from '../words.ts';
import { ChangeForm } from './change-form.tsx';
import { NamesEditor } from './names-editor.tsx';
import { SettingsPart } from './settings-part.tsx';

export function DepartmentsForm({ settings }: { readonly settings: Settings }) {
  const words = useSettingsWords();
  const { id, version, departments, retired } = settings;
  return (
    <SettingsPart title={words.departmentsTitle} text={words.departmentsText}>
      <ChangeForm
        name="departments"
        present={namesFields(departments)}
        label={words.save}
        check={fields => checkNames<Department>(fields, isDepartment, words)}
        question={names => questionOf(departments, names, words)}
        send={(call, names) =>
          call(putDepartments, {
            path: { organization: id },
            body: { departments: names },
            ifMatch: version,
          })
        }
        said={() => words.saved}
        more={(error, fields) => (
          <WhoIsThere error={error} retiring={retiring(departments, fields)} />
        )}
      >
        {editing => (
          <NamesEditor
            {...editing}
            present={departments}
            retired={retired.departments}
            limits={{ is: isDepartment, most: MOST_DEPARTMENTS }}
            label={words.newDepartment}
          />
        )}
      </ChangeForm>
    </SettingsPart>
  );
}

export function CategoriesForm({ settings }: { readonly settings: Settings }) {
  const words = useSettingsWords();
  const { id, version, categories, retired } = settings;
  return (
    <SettingsPart title={words.categoriesTitle} text={words.categoriesText}>
      <ChangeForm
        name="categories"
        present={namesFields(categories)}
        label={words.save}
        check={fields => checkNames<Category>(fields, isCategory, words)}
        question={names => questionOf(categories, names, words)}
        send={(call, names) =>
          call(putCategories, {
            path: { organization: id },
            body: { categories: names },
            ifMatch: version,
          })
        }
        said={() => words.saved}
      >
        {editing => (
          <NamesEditor
            {...editing}
            present={categories}
            retired={retired.categories}
            limits={{ is: isCategory, most: MOST_CATEGORIES }}
            label={words.newCategory}
          />
        )}
      </ChangeForm>
    </SettingsPart>
  );
}

function checkNames<Name extends string>(
  fields: NamesFields,
  is: (text: string) => text is Name,
  words: SettingsWords,
): ValidationResult<Name[]> {
  const body = namesIn(fields).filter(is);
  const errors = errorsIn({
    names: body.length === 0 ? words.oneMustStay : undefined,
    typed: tidy(fields.typed) === '' ? undefined : words.notAddedYet,
  });
  return Object.keys(errors).length === 0 ? { ok: true, body } : { ok: false, errors };
}

/** No confirmation if names are only added or moved. */
function questionOf(
  before: readonly string[],
  after: readonly string[],
  words: SettingsWords,
): string | undefined {
  const { added, retired } = differenceOf(before, after);
  return retired.length > 0
    ? words.confirmRetiring(words.list(retired), words.list(added))
    : undefined;
}

function retiring(departments: readonly Department[], fields: NamesFields): string[] {
  return differenceOf(departments, namesIn(fields)).retired;
}

/** A link to the members of a department that is still in use. */
function WhoIsThere({
  error,
  retiring,
}: {
  readonly error: Error;
  readonly retiring: readonly string[];
}) {
  const words = useSettingsWords();
  const { id } = useOrganization().organization;
  if (!(error instanceof ApiProblem) || error.problem.code !== 'department-in-use') return null;
  return (
    <ul>
      {retiring.map(department => (
        <li key={department}>
          <Link href={`${paths.members(id)}?${new URLSearchParams({ department })}`}>
            {words.membersOf(department)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
