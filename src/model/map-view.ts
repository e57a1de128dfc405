/** Maps that hold no entries of their own, but make or find them when they are asked. */

/** A map whose entries, where all of them are asked for, are those of another. */
export abstract class MapView<Value> implements ReadonlyMap<string, Value> {
  abstract get size(): number;
  abstract has(key: string): boolean;
  abstract get(key: string): Value | undefined;
  abstract keys(): MapIterator<string>;
  /** All entries, in their order. */
  protected abstract all(): ReadonlyMap<string, Value>;

  values(): MapIterator<Value> {
    return this.all().values();
  }

  entries(): MapIterator<[string, Value]> {
    return this.all().entries();
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(callback: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this.entries()) callback(value, key, this);
  }
}
