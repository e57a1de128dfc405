/** A map that is looked at while a page is rendered. */
import { MapView } from "../model/map-view.ts";

/** Stands for the keys of a map and their order. No entry's key begins so. */
export const KEYS = "#keys";

/** Stands for all entries of a map. */
export const ENTRIES = "#entries";

/** A map that notes which of its entries are read. */
export class WatchedMap<Value> extends MapView<Value> {
  readonly #map: ReadonlyMap<string, Value>;
  readonly #note: (entry: string) => void;
  readonly #watch: ((key: string, entry: Value) => Value) | null;

  /**
   * @param note is told of each entry that is read by its key, of others by {@link KEYS} or {@link ENTRIES}
   * @param watch gives what stands in an entry's place and notes itself what is read of it
   */
  constructor(
    map: ReadonlyMap<string, Value>,
    note: (entry: string) => void,
    watch: ((key: string, entry: Value) => Value) | null,
  ) {
    super();
    this.#map = map;
    this.#note = note;
    this.#watch = watch;
  }

  get size(): number {
    this.#note(KEYS);
    return this.#map.size;
  }

  get(key: string): Value | undefined {
    const entry = this.#map.get(key);
    if (this.#watch && entry !== undefined) return this.#watch(key, entry);
    this.#note(key);
    return entry;
  }

  has(key: string): boolean {
    this.#note(key);
    return this.#map.has(key);
  }

  keys(): MapIterator<string> {
    this.#note(KEYS);
    return this.#map.keys();
  }

  protected all(): ReadonlyMap<string, Value> {
    const watch = this.#watch;
    if (!watch) {
      this.#note(ENTRIES);
      return this.#map;
    }
    this.#note(KEYS);
    return new Map([...this.#map].map(([key, entry]) => [key, watch(key, entry)]));
  }
}
