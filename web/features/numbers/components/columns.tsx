/**
 * A column chart as SVG: the scales come from d3, the colours from the tokens by class, so that it
 * follows the theme and is sharp on paper. It is an image to screen readers; the page has the same
 * values as a table.
 */
import { scaleBand, scaleLinear } from 'd3-scale';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ColumnsProps } from '../chart.ts';

const HEIGHT = 240;
const MARGIN = { top: 24, right: 16, bottom: 40, left: 48 };
/** Drawn at this width where the width is unknown, as before the first layout. */
const USUAL_WIDTH = 640;
/** A column at least this wide has its value above it, in pixels. */
const ROOM_FOR_VALUE = 40;
/** The widest a column gets, where there are few. */
const WIDEST = 64;
const TICKS = 4;

export function Columns({ label, columns, target, tickText, onPick }: ColumnsProps) {
  const [box, width] = useWidth();
  const right = width - MARGIN.right;
  const bottom = HEIGHT - MARGIN.bottom;
  const across = scaleBand<string>()
    .domain(columns.map(({ key }) => key))
    .range([MARGIN.left, right])
    .paddingInner(0.3)
    .paddingOuter(0.15);
  const most = Math.max(target ?? 0, ...columns.map(({ size }) => size ?? 0));
  const up = scaleLinear()
    .domain([0, most === 0 ? 1 : most])
    .nice(TICKS)
    .range([bottom, MARGIN.top]);
  const wide = across.bandwidth() >= ROOM_FOR_VALUE;
  const middleOf = (key: string): number => (across(key) ?? 0) + across.bandwidth() / 2;
  return (
    <div ref={box} class="chart">
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
        {up.ticks(TICKS).map(tick => (
          <g key={tick} class="grid">
            <line x1={MARGIN.left} x2={right} y1={up(tick)} y2={up(tick)} />
            <text x={MARGIN.left - 8} y={up(tick)} dy="0.35em" text-anchor="end">
              {tickText(tick)}
            </text>
          </g>
        ))}
        {columns.map(({ key, name, under, size, text, kind }, at) => {
          const middle = middleOf(key);
          const column = Math.min(across.bandwidth(), WIDEST);
          const top = up(size ?? 0);
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the pointer; the table has the same links for the keyboard
            <g key={key} class={`column ${kind}`} onClick={() => onPick?.(at)}>
              <title>{`${name}\u00a0· ${text}`}</title>
              <rect
                class="room"
                x={middle - across.step() / 2}
                y={MARGIN.top}
                width={across.step()}
                height={HEIGHT - MARGIN.top}
              />
              {size !== undefined && (
                <rect
                  class="filled"
                  x={middle - column / 2}
                  y={top}
                  width={column}
                  height={Math.max(bottom - top, size > 0 ? 1 : 0)}
                />
              )}
              <text x={middle} y={bottom + 16} text-anchor="middle">
                {wide ? under.month : under.number}
              </text>
              {under.year !== undefined && (
                <text x={middle} y={bottom + 32} text-anchor="middle">
                  {under.year}
                </text>
              )}
            </g>
          );
        })}
        <line class="base" x1={MARGIN.left} x2={right} y1={bottom} y2={bottom} />
        {target !== undefined && (
          <line class="target" x1={MARGIN.left} x2={right} y1={up(target)} y2={up(target)} />
        )}
        {/* Above the line of the target, which would cross them out. */}
        {columns.map(({ key, size, short, kind }) =>
          wide || kind === 'chosen' ? (
            <text
              key={key}
              class={`value ${kind}`}
              x={middleOf(key)}
              y={up(size ?? 0) - 6}
              text-anchor="middle"
            >
              {short}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  );
}

/** An element's width in pixels, followed as it changes. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(USUAL_WIDTH);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = () => setWidth(element.clientWidth || USUAL_WIDTH);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}
