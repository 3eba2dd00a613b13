// One order for everything that is printed: by code unit, the same on every machine and in every locale.

export function compare(left: string | number, right: string | number): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Compares by the first key that differs. */
export function by<T>(...keys: readonly ((item: T) => string | number)[]): (left: T, right: T) => number {
  return (left, right) => {
    for (const key of keys) {
      const order = compare(key(left), key(right));
      if (order !== 0) return order;
    }
    return 0;
  };
}
