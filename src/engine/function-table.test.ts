import { describe, expect, it } from 'vitest';
import { exportAsInTable } from './function-table.ts';

/**
 * `(module (func) (func) (table (export "t") 1 funcref) (elem (i32.const 0) func 1)
 *   (export "a" (func 0)) (export "b" (func 1)))`
 */
const MODULE = new Uint8Array([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 4, 1, 0x60, 0, 0],
  ...[3, 3, 2, 0, 0],
  ...[4, 4, 1, 0x70, 0, 1],
  ...[7, 13, 3, 1, 0x74, 1, 0, 1, 0x61, 0, 0, 1, 0x62, 0, 1],
  ...[9, 7, 1, 0, 0x41, 0, 0x0b, 1, 1],
  ...[10, 7, 2, 2, 0, 0x0b, 2, 0, 0x0b],
]);

function load() {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(MODULE));
  const table = instance.exports.t;
  if (!(table instanceof WebAssembly.Table)) throw new Error('the module has a table');
  return { instance, table };
}

/** The table as WebKit gives it: its functions are other objects than those that the module exports. */
function otherObjects(table: WebAssembly.Table): WebAssembly.Table {
  const known = new Map<number, unknown>();
  const get = (at: number): unknown => {
    const inner: unknown = table.get(at);
    if (typeof inner !== 'function') return inner;
    const other = known.get(at) ?? Object.defineProperty(() => inner(), 'name', { value: inner.name });
    known.set(at, other);
    return other;
  };
  return Object.create(table, { get: { value: get }, length: { value: table.length } }) as WebAssembly.Table;
}

describe('the functions of an instance and those of its table', () => {
  it('are left alone where they are the same objects', () => {
    const { instance, table } = load();
    expect(exportAsInTable(instance, table)).toBe(instance);
  });

  it('become the same objects where they are not', () => {
    const { instance, table } = load();
    const strange = otherObjects(table);
    expect(strange.get(0)).not.toBe(instance.exports.b);
    const { exports } = exportAsInTable(instance, strange);
    expect(exports.b).toBe(strange.get(0));
    expect(exports.a).toBe(instance.exports.a);
    expect(Object.keys(exports)).toEqual(Object.keys(instance.exports));
    expect(exports.t).toBe(table);
  });
});
