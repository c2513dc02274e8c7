/** What our modules remember between calls, made forgettable: an answer that was remembered under one mutant must not be
 *  given under the next. In the instrumented copy these two stand in place of `Map` and `WeakMap`. Those that modules make
 *  while they load are the ones that live on; `forget` sets each back to what it held once everything was loaded. */

let loading = true;
const remembering: (() => void)[] = [];
const changed = new Set<ForgettableMap<unknown, unknown>>();

export class ForgettableMap<Key, Value> extends Map<Key, Value> {
  readonly #livesOn = loading;
  #loaded: readonly (readonly [Key, Value])[] = [];

  constructor(entries?: Iterable<readonly [Key, Value]> | null) {
    super();
    for (const [key, value] of entries ?? []) this.set(key, value);
    if (this.#livesOn) remembering.push(() => this.#keep());
  }

  #keep(): void {
    this.#loaded = [...this];
  }

  #change(): void {
    if (this.#livesOn && !loading) changed.add(this);
  }

  override set(key: Key, value: Value): this {
    this.#change();
    return super.set(key, value);
  }

  override delete(key: Key): boolean {
    this.#change();
    return super.delete(key);
  }

  override clear(): void {
    this.#change();
    super.clear();
  }

  forget(): void {
    super.clear();
    for (const [key, value] of this.#loaded) super.set(key, value);
  }
}

let age = 0;

export class ForgettableWeakMap<Key extends WeakKey, Value> {
  #memory = new WeakMap<Key, Value>();
  #age = age;

  #current(): WeakMap<Key, Value> {
    if (this.#age !== age) {
      this.#memory = new WeakMap();
      this.#age = age;
    }
    return this.#memory;
  }

  get(key: Key): Value | undefined {
    return this.#current().get(key);
  }

  has(key: Key): boolean {
    return this.#current().has(key);
  }

  set(key: Key, value: Value): this {
    this.#current().set(key, value);
    return this;
  }

  delete(key: Key): boolean {
    return this.#current().delete(key);
  }
}

/** All modules are loaded: what the memories hold now is theirs by right. */
export function settle(): void {
  loading = false;
  for (const keep of remembering) keep();
}

export function forget(): void {
  age += 1;
  for (const memory of changed) memory.forget();
  changed.clear();
}

/** The module with its memories made forgettable; null where it keeps none. */
export function withForgettableMemories(source: string, memoriesFrom: string): string | null {
  if (!/new (?:Weak)?Map\b/.test(source)) return null;
  return `import { ForgettableMap as Map, ForgettableWeakMap as WeakMap } from '${memoriesFrom}';\n${source}`;
}
