const GAP = 8;

/** A face below this is no face. */
const SMALLEST = { width: 120, height: 80 };
/** As many pictures as a laptop of a clinic draws with ease. */
const MOST = 12;

/** How many tiles a space of `width` by `height` pixels has room for. */
export function capacityOf(width: number, height: number): number {
  if (!width || !height) return MOST;
  const [columns, rows] = [fitting(width, SMALLEST.width), fitting(height, SMALLEST.height)];
  return Math.min(MOST, columns * rows);
}

/** How many small tiles stand side by side below a large one. */
export function stripOf(width: number): number {
  return Math.min(6, width ? fitting(width, SMALLEST.width) : 6);
}

const fitting = (space: number, size: number) =>
  Math.max(1, Math.floor((space + GAP) / (size + GAP)));

/**
 * How many columns make the faces of `count` people as large as they can be in a space of
 * `width` by `height` pixels: what counts is the largest 6:5 picture that fits a place,
 * for a face with shoulders is about as wide as it is high.
 */
export function columnsFor(count: number, width: number, height: number): number {
  let best = { columns: 1, size: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const placeWidth = (width - GAP * (columns - 1)) / columns;
    const placeHeight = (height - GAP * (rows - 1)) / rows;
    const size = Math.min(placeWidth, (placeHeight * 6) / 5);
    if (size > best.size + 1) best = { columns, size };
  }
  return best.columns;
}
