/**
 * The calendar: the days of coming rounds, each movable by itself, and the rules they follow from.
 */

import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useSettings } from '../../settings/index.ts';
import { CalendarForm } from '../components/calendar-form.tsx';
import { UpcomingDays } from '../components/upcoming-days.tsx';
import { useCalendarWords } from '../words.ts';

export function CalendarPage() {
  const words = useCalendarWords();
  return (
    <section>
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
