// Orders of units for the constructions: by value, highest first. Shell sort in place, ties by index.

import { allocate, idiv, ld, ldf, st } from "../mem";
import * as P from "../problem";

let order: i32 = 0;

export function setup(): bool {
  order = allocate(P.nUnits * 4);
  return order != 0;
}

/** The i-th unit of the order. */
export function unit(i: i32): i32 {
  return P.at(order, i);
}

function worth(u: i32): f64 {
  const gp = P.at(P.unitGroupP, u);
  const gq = P.at(P.unitGroupQ, u);
  let v = ldf(P.unitValue + (u << 3));
  if (gp >= 0) v += ldf(P.groupWeight + (gp << 3));
  if (gq >= 0) v += ldf(P.groupWeight + (gq << 3));
  return v;
}

function before(a: i32, b: i32): bool {
  const x = worth(a);
  const y = worth(b);
  return x > y || (x == y && a < b);
}

/** Sorts all units by what they bring, highest first. */
export function byWorth(): void {
  const n = P.nUnits;
  for (let i = 0; i < n; i++) st(order + (i << 2), i);
  let step: i32 = 1;
  while (step < n) step = step * 3 + 1;
  while (step > 1) {
    step = idiv(step, 3);
    for (let i = step; i < n; i++) {
      const u = ld(order + (i << 2));
      let j = i;
      while (j >= step && before(u, ld(order + ((j - step) << 2)))) {
        st(order + (j << 2), ld(order + ((j - step) << 2)));
        j -= step;
      }
      st(order + (j << 2), u);
    }
  }
}
