/**
 * `target` with some members in the place of its own. Everything else, setters and private fields
 * included, works as on `target` itself.
 */
export function overlay<T extends object, O extends object>(target: T, members: O): T & O {
  return new Proxy(target, {
    get(_, name) {
      if (Object.hasOwn(members, name)) return Reflect.get(members, name, members) as unknown;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
    set: (_, name, value) => Reflect.set(target, name, value, target),
    has: (_, name) => Object.hasOwn(members, name) || Reflect.has(target, name),
  }) as T & O;
}
