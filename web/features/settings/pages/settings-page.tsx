/** The settings, part by part; each is saved by itself. */

import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { BandsForm } from '../components/bands-form.tsx';
import { LimitsForm } from '../components/limits-form.tsx';
import { CategoriesForm, DepartmentsForm } from '../components/names-forms.tsx';
import { ProfileForm } from '../components/profile-form.tsx';
import { RulesForm } from '../components/rules-form.tsx';
import { TargetsForm } from '../components/targets-form.tsx';
import { useSettings } from '../use-settings.ts';
import { useSettingsWords } from '../words.ts';

export function SettingsPage() {
  const words = useSettingsWords();
  return (
    <section>
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
