/**
 * The present metrics, gathered from the emitted lines: for Prometheus, and for a page. Locally
 * every organization is distinguished; on AWS that would cost money.
 */
import { Counter, Gauge, Registry } from 'prom-client';
import * as z from 'zod/mini';
import { METRICS, TOLD_OF } from '../../../shared/metrics/names.ts';

type Definition = (typeof METRICS)[number];

/** The subject of the numbers: a round, an organization, or, with neither, the whole system. */
export interface Told {
  readonly organization?: string;
  readonly round?: string;
  /** By the metrics' names. */
  readonly values: ReadonlyMap<string, number>;
}

const line = z.looseObject({
  kind: z.string(),
  organization: z.exactOptional(z.string()),
  round: z.exactOptional(z.string()),
});

export class MetricsRegistry {
  readonly #registry = new Registry();
  readonly #series = METRICS.map(definition => ({
    definition,
    series: this.#seriesOf(definition),
  }));
  readonly #told = new Map<
    string,
    { organization?: string; round?: string; values: Map<string, number> }
  >();

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** Adds a gauge whose value is requested at each read. */
  ask(name: string, help: string, value: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect() {
        this.set(value());
      },
    });
  }

  /** Takes a line; a line about unknown metrics is ignored. */
  take(text: string): void {
    const read = line.safeParse(parsed(text));
    if (!read.success) return;
    const { kind, organization, round } = read.data;
    const labels = {
      ...(organization !== undefined && { organization }),
      ...(round !== undefined && { round }),
    };
    const id = JSON.stringify(labels);
    const told = this.#told.get(id) ?? { ...labels, values: new Map<string, number>() };
    this.#told.set(id, told);
    for (const { definition, series } of this.#series) {
      if (definition.kind !== kind) continue;
      const value = read.data[definition.name];
      if (typeof value !== 'number') {
        // A rate without a denominator is not emitted; the previous one does not hold any more.
        told.values.delete(definition.name);
        series.remove(labels);
      } else if (series instanceof Counter) {
        told.values.set(definition.name, (told.values.get(definition.name) ?? 0) + value);
        series.inc(labels, value);
      } else {
        told.values.set(definition.name, value);
        series.set(labels, value);
      }
    }
  }

  /** All reported metrics, newest rounds first. */
  latest(): Told[] {
    return [...this.#told.values()].toSorted(
      (a, b) =>
        compare(b.round ?? '', a.round ?? '') ||
        compare(a.organization ?? '', b.organization ?? ''),
    );
  }

  /** In Prometheus' text format. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #seriesOf(definition: Definition): Gauge | Counter {
    const { kind, en, addsUp } = definition;
    const options = {
      name: prometheusName(definition),
      help: en,
      labelNames: [...TOLD_OF[kind]],
      registers: [this.#registry],
    };
    return addsUp ? new Counter(options) : new Gauge(options);
  }
}

/** `IdeasSubmitted` as `golden_ideas_ideas_submitted`, with the unit at the end if there is one. */
function prometheusName({ name, unit, addsUp }: Definition): string {
  const words = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
  return `golden_ideas_${words}${unit === 'Percent' ? '_percent' : ''}${addsUp ? '_total' : ''}`;
}

/** A line that was being written when the system was killed is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
