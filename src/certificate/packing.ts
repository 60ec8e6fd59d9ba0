// A linear programme whose columns are packed into rows, solved from wherever it stood: the most gain x amount, each row's
// amounts within its limit. Called by table-prices.ts, which wants the prices of the rows and adds columns as it goes.
// Primal-dual hybrid gradient (Chambolle and Pock 2011) with steps by row and column (Pock and Chambolle 2011) and the
// balance of both from how far they went (Applegate et al. 2021). Sums, products, quotients and square roots only, so
// that it is the same everywhere.

/** Iterations after which all columns are looked at, and up to how many times its gain a column without an amount may cost between. */
const EVERY = 10;
const NEAR = 1.05;

export class Packing {
  /** [row]: its limit, the most its price may be, and its price. */
  readonly limit: Float64Array;
  readonly most: Float64Array;
  readonly price: Float64Array;
  #start: number[] = [0];
  #row: number[] = [];
  #weight: number[] = [];
  #gain: number[] = [];
  #amount: number[] = [];
  #kind: number[] = [];
  /** How far prices go for as far as amounts go. */
  #balance = 60;

  constructor(rows: number) {
    this.limit = new Float64Array(rows);
    this.most = new Float64Array(rows).fill(Infinity);
    this.price = new Float64Array(rows);
  }

  get columns(): number {
    return this.#gain.length;
  }

  /** Entries of all columns. */
  get entries(): number {
    return this.#row.length;
  }

  add(rows: readonly number[], weights: readonly number[], gain: number, kind: number, amount = 0): void {
    for (let i = 0; i < rows.length; i++) {
      this.#row.push(rows[i]!);
      this.#weight.push(weights[i]!);
    }
    this.#start.push(this.#row.length);
    this.#gain.push(gain);
    this.#amount.push(amount);
    this.#kind.push(kind);
  }

  /** Leaves out the columns of some kinds. */
  drop(isGone: (kind: number) => boolean): void {
    const [start, row, weight, gain, amount, kind] = [
      this.#start,
      this.#row,
      this.#weight,
      this.#gain,
      this.#amount,
      this.#kind,
    ];
    [this.#start, this.#row, this.#weight, this.#gain, this.#amount, this.#kind] = [[0], [], [], [], [], []];
    for (let j = 0; j < gain.length; j++) {
      if (isGone(kind[j]!)) continue;
      const [from, to] = [start[j]!, start[j + 1]!];
      this.add(row.slice(from, to), weight.slice(from, to), gain[j]!, kind[j]!, amount[j]!);
    }
  }

  /** So many iterations; amounts and prices become their averages over these. */
  follow(iterations: number): void {
    const [rows, columns] = [this.limit.length, this.columns];
    const { limit, most, price } = this;
    const start = Int32Array.from(this.#start);
    const row = Int32Array.from(this.#row);
    const weight = Float64Array.from(this.#weight);
    const gain = Float64Array.from(this.#gain);
    const amount = Float64Array.from(this.#amount);
    const ofRow = new Float64Array(rows);
    const ofColumn = new Float64Array(columns);
    for (let j = 0; j < columns; j++)
      for (let i = start[j]!; i < start[j + 1]!; i++) {
        ofRow[row[i]!]! += Math.abs(weight[i]!);
        ofColumn[j]! += Math.abs(weight[i]!);
      }
    const before = { amount: amount.slice(), price: price.slice() };
    const sums = { amount: new Float64Array(columns), price: new Float64Array(rows) };
    const used = new Float64Array(rows);
    const balance = this.#balance;
    const alive = new Int32Array(columns);
    let living = 0;
    for (let n = 0; n < iterations; n++) {
      used.fill(0);
      // Columns without an amount that cost far more than they gain are looked at now and then.
      const all = n % EVERY === 0;
      const count = all ? columns : living;
      if (all) living = 0;
      for (let k = 0; k < count; k++) {
        const j = all ? k : alive[k]!;
        const [from, to] = [start[j]!, start[j + 1]!];
        let cost = 0;
        for (let i = from; i < to; i++) cost += weight[i]! * price[row[i]!]!;
        const was = amount[j]!;
        const now = Math.max(0, was + (gain[j]! - cost) / (ofColumn[j]! * balance));
        amount[j] = now;
        sums.amount[j]! += now;
        if (all && (now > 0 || cost < NEAR * gain[j]!)) alive[living++] = j;
        const ahead = 2 * now - was;
        if (ahead !== 0) for (let i = from; i < to; i++) used[row[i]!]! += weight[i]! * ahead;
      }
      for (let r = 0; r < rows; r++) {
        // What nobody uses costs nothing.
        const next = ofRow[r]! > 0 ? price[r]! + ((used[r]! - limit[r]!) * balance) / ofRow[r]! : 0;
        price[r] = Math.min(most[r]!, Math.max(0, next));
        sums.price[r]! += price[r]!;
      }
    }
    let [far, farPrices] = [0, 0];
    for (let j = 0; j < columns; j++) {
      const mean = sums.amount[j]! / iterations;
      const gone = mean - before.amount[j]!;
      far += ofColumn[j]! * gone * gone;
      this.#amount[j] = mean;
    }
    for (let r = 0; r < rows; r++) {
      price[r] = sums.price[r]! / iterations;
      const gone = price[r]! - before.price[r]!;
      farPrices += ofRow[r]! * gone * gone;
    }
    if (far > 0 && farPrices > 0) this.#balance = Math.sqrt(balance * Math.sqrt(farPrices / far));
  }
}
