/** The settings, part by part; each is saved by itself. */
import { PageTitle } from '../shell/page-title.tsx';
import { QueryView } from '../shell/query-view.tsx';
import { AdministratorTabs } from './administrator-tabs.tsx';
import { BandsForm } from './bands-form.tsx';
import { useAdministratorWords } from './language/use-administrator-words.ts';
import { LimitsForm } from './limits-form.tsx';
import { CategoriesForm, DepartmentsForm } from './names-forms.tsx';
import { ProfileForm } from './profile-form.tsx';
import { RulesForm } from './rules-form.tsx';
import { TargetsForm } from './targets-form.tsx';
import { useSettings } from './use-settings.ts';

export function SettingsPage() {
  const words = useAdministratorWords();
  return (
    <section>
      <AdministratorTabs />
      <PageTitle text={words.settingsTitle} />
      <QueryView of={useSettings()}>
        {settings => (
          <>
            <ProfileForm settings={settings} />
            <DepartmentsForm settings={settings} />
            <CategoriesForm settings={settings} />
            <RulesForm settings={settings} />
            <TargetsForm settings={settings} />
            <LimitsForm settings={settings} />
            <BandsForm settings={settings} />
          </>
        )}
      </QueryView>
    </section>
  );
}
