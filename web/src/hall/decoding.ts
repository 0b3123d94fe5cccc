/** Readers that turn unknown JSON into typed values, or say where it is wrong. */
import type { Point } from "../core/plan.js";
import type { Text } from "../core/text.js";

/** The manifest is not what this viewer understands; `message` says where. */
export class DecodingError extends Error {}

export type Reader<T> = (value: unknown, path: string) => T;

const wrong = (path: string, wanted: string): never => {
  throw new DecodingError(`${path}: expected ${wanted}`);
};

export const text: Reader<string> = (value, path) => (typeof value === "string" ? value : wrong(path, "text"));

export const number: Reader<number> = (value, path) =>
  typeof value === "number" && Number.isFinite(value) ? value : wrong(path, "a number");

export const boolean: Reader<boolean> = (value, path) => (typeof value === "boolean" ? value : wrong(path, "true or false"));

export const point: Reader<Point> = (value, path) => {
  if (!Array.isArray(value) || value.length !== 2) return wrong(path, "two numbers");
  return [number(value[0], `${path}.0`), number(value[1], `${path}.1`)];
};

export const vector: Reader<readonly [number, number, number]> = (value, path) => {
  if (!Array.isArray(value) || value.length !== 3) return wrong(path, "three numbers");
  return [number(value[0], `${path}.0`), number(value[1], `${path}.1`), number(value[2], `${path}.2`)];
};

export const list =
  <T>(item: Reader<T>): Reader<readonly T[]> =>
  (value, path) =>
    Array.isArray(value) ? value.map((entry, index) => item(entry, `${path}.${String(index)}`)) : wrong(path, "a list");

export const nullable =
  <T>(inner: Reader<T>): Reader<T | null> =>
  (value, path) =>
    value === null || value === undefined ? null : inner(value, path);

/** `inner`, or `fallback` where the key is absent: fields that older builds did not write. */
export const optional =
  <T>(inner: Reader<T>, fallback: T): Reader<T> =>
  (value, path) =>
    value === undefined ? fallback : inner(value, path);

export const oneOf =
  <T extends string>(...allowed: readonly T[]): Reader<T> =>
  (value, path) =>
    allowed.includes(value as T) ? (value as T) : wrong(path, `one of ${allowed.join(", ")}`);

export const dictionary =
  <T>(item: Reader<T>): Reader<Readonly<Record<string, T>>> =>
  (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return wrong(path, "an object");
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, item(entry, `${path}.${key}`)]));
  };

type Shape = Readonly<Record<string, Reader<unknown>>>;
type Shaped<S extends Shape> = { readonly [Key in keyof S]: S[Key] extends Reader<infer T> ? T : never };

/** An object with at least these keys; keys it does not name are left out. */
export const object =
  <S extends Shape>(shape: S): Reader<Shaped<S>> =>
  (value, path) => {
    if (typeof value !== "object" || value === null) return wrong(path, "an object");
    const source = value as Record<string, unknown>;
    const result: Record<string, unknown> = {};
    for (const [key, reader] of Object.entries(shape)) result[key] = reader(source[key], path ? `${path}.${key}` : key);
    return result as Shaped<S>;
  };

export const bilingual: Reader<Text> = object({ en: text, zh: text });
