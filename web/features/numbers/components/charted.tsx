/**
 * Values as a chart, or as a table for whoever cannot see it or wants the exact numbers. The table
 * is there in either case: paper has both.
 */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ChartColumn, Table } from '../../../ui/icon.ts';
import { useNumbersWords } from '../words.ts';

interface Props {
  readonly title: string;
  readonly chart: ComponentChildren;
  readonly table: ComponentChildren;
}

export function Charted({ title, chart, table }: Props) {
  const words = useNumbersWords();
  const [asTable, setAsTable] = useState(false);
  const Icon = asTable ? ChartColumn : Table;
  return (
    <section class="charted">
      <div class="charted-head">
        <h2>{title}</h2>
        <button
          type="button"
          class="plain no-print"
          aria-label={asTable ? words.asChart(title) : words.asTable(title)}
          onClick={() => setAsTable(!asTable)}
        >
          <Icon class="icon" aria-hidden="true" />
          {asTable ? words.chart : words.table}
        </button>
      </div>
      <div class={asTable ? 'on-paper' : undefined}>{chart}</div>
      <div class={asTable ? undefined : 'on-paper'}>{table}</div>
    </section>
  );
}
