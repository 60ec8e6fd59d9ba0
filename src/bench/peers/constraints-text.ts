// The constraint model's text, in MiniZinc. Its data comes from constraints.ts, which says what is in it.

const MODEL = `
include "alldifferent_except_0.mzn";

int: nUnits; int: nWays; int: nPeople;
array[1..nUnits] of int: firstWay;
array[1..nUnits] of int: lastWay;
array[1..nUnits] of bool: locked;
array[1..nUnits] of int: value;
array[1..nWays] of int: keyP;
array[1..nWays] of int: keyQ;
array[1..nPeople] of set of int: firstOf;
array[1..nPeople] of set of int: secondOf;
array[1..nPeople] of set of int: unitsOf;
array[1..nPeople] of int: maximum;
int: guarantee;
array[1..nPeople] of int: guaranteed;
int: nRows;
array[1..nRows] of set of int: rowWays;
array[1..nRows] of int: rowMost;
array[int, 1..2] of int: ascending;

% Which of its ways a meeting is held in; 0: not held.
array[1..nUnits] of var int: way = [ let { var (if locked[u] then 1 else 0 endif)..lastWay[u] - firstWay[u] + 1: w } in w | u in 1..nUnits ];
array[1..nWays] of var bool: held = [ way[u] = w | u in 1..nUnits, w in 1..lastWay[u] - firstWay[u] + 1 ];

% Nobody is in two meetings at once. A key is a slot of one of a person's rows.
array[1..nUnits] of var int: atP = [ ([0] ++ [ keyP[i] | i in firstWay[u]..lastWay[u] ])[way[u] + 1] | u in 1..nUnits ];
array[1..nUnits] of var int: atQ = [ ([0] ++ [ keyQ[i] | i in firstWay[u]..lastWay[u] ])[way[u] + 1] | u in 1..nUnits ];
constraint forall(p in 1..nPeople where card(unitsOf[p]) > 1)
  (alldifferent_except_0([ atP[u] | u in firstOf[p] ] ++ [ atQ[u] | u in secondOf[p] ]));
constraint forall(r in 1..nRows)(sum(i in rowWays[r])(held[i]) <= rowMost[r]);
constraint forall(i in index_set_1of2(ascending))(atP[ascending[i, 1]] <= atP[ascending[i, 2]] \\/ atP[ascending[i, 2]] = 0);

% Maxima and guarantees.
array[1..nPeople] of var int: meetings = [ sum(u in unitsOf[p])(way[u] > 0) | p in 1..nPeople ];
constraint forall(p in 1..nPeople where maximum[p] < card(unitsOf[p]))(meetings[p] <= maximum[p]);
var int: missing = sum(p in 1..nPeople where guaranteed[p] > 0)(max(0, guaranteed[p] - meetings[p]));

% Wishes for organisations, and fairness.
int: nGroups;
array[1..nGroups] of set of int: groupWays;
array[1..nGroups] of int: groupWeight;
array[1..nGroups] of int: groupOwner;
array[1..nGroups] of int: groupPoints;
array[1..nGroups] of var bool: answered = [ exists(i in groupWays[g])(held[i]) | g in 1..nGroups ];
bool: fair; int: nPoints;
array[1..nPoints] of int: pointPerson;
array[1..nPoints] of int: pointUnit;
array[1..nPoints] of int: pointWorth;
array[1..nPeople] of int: best;
array[int] of int: costs;
array[1..nPeople] of int: costStart;
var int: unfair = if fair then sum(p in 1..nPeople where best[p] > 0)(let {
    var int: served = sum(k in 1..nPoints where pointPerson[k] = p)(pointWorth[k] * (way[pointUnit[k]] > 0))
      + sum(g in 1..nGroups where groupOwner[g] = p)(groupPoints[g] * answered[g]);
    var 0..best[p]: counted = min(best[p], served);
  } in [ costs[costStart[p] + k] | k in 0..best[p] ][counted + 1]) else 0 endif;

% Days: who is busy when, idle slots between meetings, and where somebody was last.
int: nCells; int: nDays;
array[1..nCells] of set of int: cellWays;
array[1..nCells] of bool: present;
array[1..nDays] of int: dayFirst;
array[1..nDays] of int: dayLast;
int: gap; int: hole; int: mostHoles;
int: walk; int: nSpots;
array[1..nWays] of int: spot;
array[0..nSpots, 0..nSpots] of int: minutes;
array[1..nCells] of var bool: busy;
array[1..nCells] of var bool: before;
array[1..nCells] of var bool: after;
constraint forall(c in 1..nCells)(busy[c] = exists(i in cellWays[c])(held[i]));
constraint forall(d in 1..nDays)(
  before[dayFirst[d]] = false /\\ after[dayLast[d]] = false /\\
  forall(c in dayFirst[d] + 1..dayLast[d])
    (before[c] = (before[c - 1] \\/ busy[c - 1]) /\\ after[c - 1] = (after[c] \\/ busy[c])));
array[1..nCells] of var bool: idle = [ before[c] /\\ after[c] /\\ not busy[c] | c in 1..nCells ];
array[1..nDays] of var int: holes = [ sum(c in dayFirst[d] + 1..dayLast[d] - 1)(idle[c] /\\ busy[c - 1]) | d in 1..nDays ];
constraint forall(d in 1..nDays where mostHoles < (dayLast[d] - dayFirst[d]) div 2)(holes[d] <= mostHoles);
array[1..nCells] of var 0..nSpots: here;
array[1..nCells] of var 0..nSpots: last;
constraint if walk > 0 then
  forall(c in 1..nCells)(here[c] = sum(i in cellWays[c])(spot[i] * held[i])) /\\
  forall(d in 1..nDays)(last[dayFirst[d]] = 0 /\\
    forall(c in dayFirst[d] + 1..dayLast[d])(last[c] = if busy[c - 1] then here[c - 1] else last[c - 1] endif))
  else forall(c in 1..nCells)(here[c] = 0 /\\ last[c] = 0) endif;
var int: walked = if walk > 0 then sum(c in 1..nCells)(minutes[last[c], here[c]]) else 0 endif;

var int: points = sum(u in 1..nUnits)(value[u] * (way[u] > 0)) + sum(g in 1..nGroups)(groupWeight[g] * answered[g])
  - guarantee * missing - unfair - gap * sum(c in 1..nCells where present[c])(idle[c]) - hole * sum(holes) - walk * walked;
`;

/** The text for a solver. */
export function modelText(solver: string, warm: boolean): string {
  // Gecode goes on from its best with most meetings kept; Chuffed learns, and finds its own way in turns. Where there is a
  // schedule to start from, its ways are taken first: MiniZinc's own warm_start is passed on to neither.
  const order = "[ way[order[i]] | i in 1..nUnits ]";
  const search =
    solver === "gecode"
      ? `int_search(${order}, dom_w_deg, indomain_random)`
      : `int_search(${order}, input_order, indomain_max)`;
  const first = "bool_search([ held[i] | i in warm where not is_fixed(held[i]) ], input_order, indomain_max)";
  const again = solver === "gecode" ? " :: restart_luby(500) :: relax_and_reconstruct(way, 85)" : "";
  // Gecode's library has it beside what this translation does not know.
  const own = solver === "gecode" ? "annotation relax_and_reconstruct(array[int] of var int, int);\n" : "";
  return `${own}${MODEL}array[1..nUnits] of int: order;
${warm ? "array[int] of int: warm;\n" : ""}solve :: ${warm ? `seq_search([${first}, ${search}])` : search}${again} maximize points;
output [ show(points) ] ++ [ " " ++ show(way[u]) | u in 1..nUnits ];
`;
}
