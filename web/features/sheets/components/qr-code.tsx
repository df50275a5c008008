/** A QR code as one path of squares, dark on light in every theme: scanners need it so. */
import { encode } from 'uqr';

interface Props {
  readonly text: string;
  /** What it is, for those who cannot see it. */
  readonly label: string;
}

export function QrCode({ text, label }: Props) {
  // The standard wants four modules of quiet around it. Level M survives a scratched sheet.
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  return (
    <svg
      class="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={squares(data)} />
    </svg>
  );
}

/** The dark modules, each run of a row as one rectangle. */
export function squares(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1] === true) return [];
        const end = row.indexOf(false, x);
        const width = (end === -1 ? row.length : end) - x;
        return [`M${x} ${y}h${width}v1h-${width}z`];
      }),
    )
    .join('');
}
