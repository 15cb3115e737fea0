// The batch's inputs as a dense matrix, rows × inputs: what the weights' gradients are products with.

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  let place = group.x;
  let row = group.y;
  let column = columnAt(place);
  let code = codeAt(row, place);
  let begin = tables[column.inputsOfCode + code.base];
  let end = tables[column.inputsOfCode + code.base + 1u];
  for (var input = column.inputStart + thread; input < column.inputEnd; input += 64u) {
    var value = 0.0;
    for (var at = begin; at < end; at += 2u) {
      if (column.inputStart + tables[at] == input) {
        value = entryValue(at);
      }
    }
    if (code.copy > 0u && column.copyStart + code.copy - 1u == input) {
      value = 1.0;
    }
    work[INPUTS + row * INPUT_WIDTH + input] = value;
  }
}
