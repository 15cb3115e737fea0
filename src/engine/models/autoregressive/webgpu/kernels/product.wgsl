// A tile of a matrix product: Σ_k leftAt(m, k) · rightAt(k, n), handed entry by entry to finish(m, n, sum). Kernels that
// use it define those three, which answer 0 beyond their matrices' edges, and say in LEFT_ALONG_K and RIGHT_ALONG_K
// whether neighbours in memory are neighbours along k.

const TILE = 32u;
const DEPTH = 16u;
const THREADS = 64u;

var<workgroup> leftTile: array<f32, TILE * DEPTH>;
var<workgroup> rightTile: array<f32, TILE * DEPTH>;
// Each thread makes four rows by four columns: in variables, because not every compiler keeps an array in registers.
var<private> sums0: vec4<f32>;
var<private> sums1: vec4<f32>;
var<private> sums2: vec4<f32>;
var<private> sums3: vec4<f32>;

fn addProducts(thread: u32, firstRow: u32, firstColumn: u32, begin: u32, end: u32) {
  let row = (thread / 8u) * 4u;
  let column = (thread % 8u) * 4u;
  for (var start = begin; start < end; start += DEPTH) {
    workgroupBarrier();
    for (var i = thread; i < TILE * DEPTH; i += THREADS) {
      let leftK = select(i / TILE, i % DEPTH, LEFT_ALONG_K);
      let leftRow = select(i % TILE, i / DEPTH, LEFT_ALONG_K);
      leftTile[leftK * TILE + leftRow] = leftAt(firstRow + leftRow, start + leftK);
      let rightK = select(i / TILE, i % DEPTH, RIGHT_ALONG_K);
      let rightColumn = select(i % TILE, i / DEPTH, RIGHT_ALONG_K);
      rightTile[rightK * TILE + rightColumn] = rightAt(start + rightK, firstColumn + rightColumn);
    }
    workgroupBarrier();
    for (var k = 0u; k < DEPTH; k++) {
      let at = k * TILE;
      let factors = vec4(
        rightTile[at + column], rightTile[at + column + 1u], rightTile[at + column + 2u], rightTile[at + column + 3u],
      );
      sums0 += leftTile[at + row] * factors;
      sums1 += leftTile[at + row + 1u] * factors;
      sums2 += leftTile[at + row + 2u] * factors;
      sums3 += leftTile[at + row + 3u] * factors;
    }
  }
}

fn finishRow(row: u32, column: u32, sums: vec4<f32>) {
  finish(row, column, sums.x);
  finish(row, column + 1u, sums.y);
  finish(row, column + 2u, sums.z);
  finish(row, column + 3u, sums.w);
}

fn finishTile(thread: u32, firstRow: u32, firstColumn: u32) {
  let row = firstRow + (thread / 8u) * 4u;
  let column = firstColumn + (thread % 8u) * 4u;
  finishRow(row, column, sums0);
  finishRow(row + 1u, column, sums1);
  finishRow(row + 2u, column, sums2);
  finishRow(row + 3u, column, sums3);
}
