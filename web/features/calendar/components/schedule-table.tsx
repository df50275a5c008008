/**
 * Rounds with their moments: the deliberation day, its opening, the closing of ballots, and the
 * publication.
 */
import type { ComponentChildren } from 'preact';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import type { Schedule } from '../../../../shared/domain/organization/calendar.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { day, moment } from '../../../i18n/moments.ts';
import { Scrollable } from '../../../ui/scrollable.tsx';
import { useCalendarWords } from '../words.ts';

export interface ScheduledRound extends Schedule {
  readonly round: RoundId;
  /** The time zone of the moments. */
  readonly timeZone: string;
}

interface Props<Round extends ScheduledRound> {
  readonly name: string;
  readonly rounds: readonly Round[];
  /** The content below a round's day. */
  readonly note?: (round: Round) => ComponentChildren;
  /** The content at a round's end. */
  readonly acts?: (round: Round) => ComponentChildren;
  /** The content across the table below a round, if any. */
  readonly below?: (round: Round) => ComponentChildren;
}

export function ScheduleTable<Round extends ScheduledRound>(props: Props<Round>) {
  const { name, rounds, note, acts, below } = props;
  const words = useCalendarWords();
  return (
    <Scrollable label={name}>
      <table aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{words.round}</th>
            <th scope="col">{words.deliberationDay}</th>
            <th scope="col">{words.opens}</th>
            <th scope="col">{words.closes}</th>
            <th scope="col">{words.publishes}</th>
            {acts !== undefined && <th scope="col">{words.act}</th>}
          </tr>
        </thead>
        <tbody>
          {rounds.map(round => (
            <Row
              key={round.round}
              round={round}
              note={note?.(round)}
              acts={acts?.(round)}
              below={below?.(round)}
            />
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

interface RowProps {
  readonly round: ScheduledRound;
  readonly note: ComponentChildren;
  readonly acts: ComponentChildren;
  readonly below: ComponentChildren;
}

const COLUMNS = 6;

function Row({ round, note, acts, below }: RowProps) {
  const { language } = useLanguage();
  const { timeZone } = round;
  return (
    <>
      <tr>
        <th scope="row">{round.round}</th>
        <td>
          {day(round.day, language)}
          {note}
        </td>
        <td>{moment(round.opensAt, timeZone, language)}</td>
        <td>{moment(round.closesAt, timeZone, language)}</td>
        <td>{moment(round.publishesAt, timeZone, language)}</td>
        {acts !== undefined && <td>{acts}</td>}
      </tr>
      {below !== undefined && (
        <tr>
          <td colSpan={COLUMNS}>{below}</td>
        </tr>
      )}
    </>
  );
}
