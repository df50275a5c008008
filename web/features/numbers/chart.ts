/** A chart of columns, as its parts and its loader know it; the drawing itself is loaded later. */

/** What a column is: of the chosen round, of a round whose numbers may still change, or neither. */
type ColumnKind = 'settled' | 'live' | 'chosen';

export interface Column {
  readonly key: string;
  /** In full, for whoever points at it. */
  readonly name: string;
  readonly under: {
    readonly month: string;
    /** The month where there is no room for its name. */
    readonly number: string;
    readonly year?: string;
  };
  /** Undefined without a value: there is no column then. */
  readonly size: number | undefined;
  readonly text: string;
  /** Above the column. */
  readonly short: string;
  readonly kind: ColumnKind;
}

export interface ColumnsProps {
  /** What the chart says, in words. */
  readonly label: string;
  readonly columns: readonly Column[];
  /** The size at which the target's line is. */
  readonly target?: number | undefined;
  readonly tickText: (size: number) => string;
  readonly onPick?: (at: number) => void;
}
