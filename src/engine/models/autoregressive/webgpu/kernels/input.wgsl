// The input layer: relu(inputs · weights + bias), adding up the weights of the inputs that are not 0.

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let unit = id.x;
  let row = id.y;
  if (unit >= HIDDEN) {
    return;
  }
  var sum = values[INPUT_WEIGHTS + INPUT_WIDTH * HIDDEN + unit];
  for (var place = 0u; place < COLUMNS; place++) {
    let column = columnAt(place);
    let code = codeAt(row, place);
    let end = tables[column.inputsOfCode + code.base + 1u];
    for (var at = tables[column.inputsOfCode + code.base]; at < end; at += 2u) {
      sum += entryValue(at) * values[INPUT_WEIGHTS + (column.inputStart + tables[at]) * HIDDEN + unit];
    }
    if (code.copy > 0u) {
      sum += values[INPUT_WEIGHTS + (column.copyStart + code.copy - 1u) * HIDDEN + unit];
    }
  }
  work[STATE + row * HIDDEN + unit] = max(sum, 0.0);
}
