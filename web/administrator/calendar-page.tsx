/**
 * The calendar: the days of coming rounds, each movable by itself, and the rules they follow from.
 */
import { PageTitle } from '../shell/page-title.tsx';
import { QueryView } from '../shell/query-view.tsx';
import { AdministratorTabs } from './administrator-tabs.tsx';
import { CalendarForm } from './calendar-form.tsx';
import { useAdministratorWords } from './language/use-administrator-words.ts';
import { UpcomingDays } from './upcoming-days.tsx';
import { useSettings } from './use-settings.ts';

export function CalendarPage() {
  const words = useAdministratorWords();
  return (
    <section>
      <AdministratorTabs />
      <PageTitle text={words.calendarTitle} />
      <QueryView of={useSettings()}>
        {settings => (
          <>
            <UpcomingDays settings={settings} />
            <CalendarForm settings={settings} />
          </>
        )}
      </QueryView>
    </section>
  );
}
