import type { ByteView } from '../../bytes/byte-view.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { ValueReader } from './field-values.js';
import { type EventSchema, type FieldPlan, IN } from './schema.js';

export interface EtlField {
  /** A field of a structure bears the structure's name before a dot. The values of an array come under one name. */
  readonly name: string;
  readonly value: string;
}

/** Structures inside one another; nobody nests them deeper than two. */
const NESTING_MAX = 8;
/** Values of one event. An event is at most 64 KiB, but arrays of empty structures take no bytes at all. */
const VALUES_MAX = 16_384;

/**
 * Reads the values of an event's payload by its schema.
 *
 * @param at Where the payload begins in `event`.
 * @returns The fields up to the first that is damaged; `note` is told of that one.
 */
export function readFields(
  event: ByteView,
  at: number,
  schema: EventSchema,
  pointerBytes: 4 | 8,
  note: Note,
): EtlField[] {
  const walk = new FieldWalk(event, new ValueReader(event, at, pointerBytes), schema.fields);
  try {
    walk.run(0, schema.fields.length, '', 0);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    note(error);
  }
  return walk.found;
}

class FieldWalk {
  readonly found: EtlField[] = [];
  readonly #event: ByteView;
  readonly #values: ValueReader;
  readonly #plans: readonly FieldPlan[];
  #steps = 0;

  constructor(event: ByteView, values: ValueReader, plans: readonly FieldPlan[]) {
    this.#event = event;
    this.#values = values;
    this.#plans = plans;
  }

  /** Reads `count` fields from number `first` on. @returns The number of the field behind them. */
  run(first: number, count: number, prefix: string, depth: number): number {
    let next = first;
    for (let left = count; left > 0 && next < this.#plans.length; left--) {
      const plan = this.#plans[next] as FieldPlan;
      const times = plan.count === 'one' ? 1 : plan.count === 'in-payload' ? this.#values.count() : plan.count;
      next =
        plan.inType === IN.structure
          ? this.#structures(plan, next + 1, times, prefix, depth)
          : this.#simple(plan, next + 1, times, prefix);
    }
    return next;
  }

  #simple(plan: FieldPlan, next: number, times: number, prefix: string): number {
    for (let left = times; left > 0; left--) {
      this.#step();
      this.found.push({ name: prefix + plan.name, value: this.#values.value(plan.inType, plan.outType) });
    }
    return next;
  }

  #structures(plan: FieldPlan, first: number, times: number, prefix: string, depth: number): number {
    if (depth >= NESTING_MAX) throw this.#event.error('over-limit', 'etl.schema.nesting', 0, `<= ${NESTING_MAX}`);
    let next = first;
    for (let left = times; left > 0; left--) {
      this.#step();
      next = this.run(first, plan.outType, `${prefix}${plan.name}.`, depth + 1);
    }
    return times > 0 ? next : this.#behind(first, plan.outType);
  }

  /** The number of the field behind `count` fields that are not read. */
  #behind(first: number, count: number): number {
    let next = first;
    for (let left = count; left > 0 && next < this.#plans.length; left--, next++) {
      const plan = this.#plans[next] as FieldPlan;
      if (plan.inType === IN.structure) left += plan.outType;
    }
    return next;
  }

  #step(): void {
    if (++this.#steps > VALUES_MAX) throw this.#event.error('over-limit', 'etl.fields', 0, `<= ${VALUES_MAX} values`);
  }
}
